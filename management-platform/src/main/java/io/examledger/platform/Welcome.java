package io.examledger.platform;

import io.examledger.platform.demo.DemoCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once everything is up, where it is. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private final ObjectProvider<DemoCredentials> credentials;

    Welcome(ObjectProvider<DemoCredentials> credentials) {
        this.credentials = credentials;
    }

    @EventListener
    void started(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            Environment environment = event.getApplicationContext().getEnvironment();
            String host = environment.getProperty("server.address", "localhost");
            LOG.info(
                    "ExamLedger is up: http://{}:{} (interface: /swagger-ui)",
                    host,
                    web.getWebServer().getPort());
        }
        credentials.ifAvailable(file -> LOG.info("Demo credentials: {}", file.path()));
    }
}
