package io.examledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Staff see what is wrong and where; everybody else whether all is well. */
@StartedPlatform
class HealthDetailsTest {
    private final Http nobody;
    private final Tokens tokens;

    @Autowired
    HealthDetailsTest(@LocalServerPort int port, ApplicationContext context) {
        this.nobody = new Http(port);
        this.tokens = new Tokens(context);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR", "AUDITOR"})
    void staff_see_components_and_their_details(Role role) {
        assertThat(health(nobody.as(tokens.of(role)))).contains("\"projections\"", "\"details\"", "parkedSequences");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ENTERPRISE", "EXAMINEE"})
    void customers_see_the_status_alone(Role role) {
        assertThat(health(nobody.as(tokens.of(role)))).contains("\"status\"").doesNotContain("components", "details");
    }

    @Test
    void probes_see_the_status_alone() {
        assertThat(health(nobody)).contains("\"status\"").doesNotContain("components", "details");
    }

    private static String health(Http caller) {
        return caller.get("/actuator/health").body();
    }
}
