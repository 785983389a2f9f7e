package io.examledger.platform.web;

import io.examledger.kernel.identity.Identifiers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems for requests that Tomcat refuses by itself, before any filter or error page: it cannot read them. Its own
 * answers are pages of HTML, or nothing.
 */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);
    private final JsonMapper json;
    private final Identifiers identifiers;

    ContainerProblems(JsonMapper json, Identifiers identifiers) {
        this.json = json;
        this.identifiers = identifiers;
    }

    /** Comes after Boot's own, so that its valve is the outer one and finds the error reported. */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new Report());
        });
    }

    private final class Report extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < HttpServletResponse.SC_BAD_REQUEST
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            HttpStatus known = HttpStatus.resolve(status);
            try {
                write(response, known == null ? HttpStatus.BAD_REQUEST : known);
            } catch (IOException | IllegalStateException e) {
                LOG.debug("the client of a refused request has gone", e);
            }
        }

        private void write(Response response, HttpStatus status) throws IOException {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            if (response.getHeader(RequestIdentity.HEADER) == null) {
                response.setHeader(RequestIdentity.HEADER, identifiers.next());
            }
            response.getOutputStream().write(json.writeValueAsBytes(Problems.ofContainer(status)));
            response.finishResponse();
        }
    }
}
