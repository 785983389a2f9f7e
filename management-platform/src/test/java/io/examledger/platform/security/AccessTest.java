package io.examledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@StartedPlatform
@DisplayName("ACC-4 what may be called by whom")
class AccessTest {
    private static final String OPERATORS_ONLY = "/api/test-clock";
    private final Http http;
    private final Tokens tokens;

    @Autowired
    AccessTest(@LocalServerPort int port, ApplicationContext context) {
        http = new Http(port);
        tokens = new Tokens(context);
    }

    @BeforeEach
    void the_endpoint_works_for_whom_it_is_meant() {
        assertThat(http.as(tokens.of(Role.OPERATOR)).get(OPERATORS_ONLY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_a_token_the_answer_is_401_with_a_problem() {
        assertProblem(http.get(OPERATORS_ONLY), 401, "authentication.required");
    }

    @Test
    void a_token_that_is_none_is_told_from_a_missing_one() {
        assertProblem(http.as("x.y.z").get(OPERATORS_ONLY), 401, "authentication.invalid-token");
    }

    @Test
    void an_expired_token_is_refused() {
        String expired =
                tokens.sign(Tokens.claims(Instant.now().minusSeconds(120)).claim("roles", List.of("operator")));
        assertProblem(http.as(expired).get(OPERATORS_ONLY), 401, "authentication.invalid-token");
    }

    @Test
    void a_token_without_a_known_role_opens_nothing() {
        String stranger =
                tokens.sign(Tokens.claims(Instant.now().plusSeconds(60)).claim("roles", List.of("root")));
        assertProblem(http.as(stranger).get(OPERATORS_ONLY), 403, "access.denied");
    }

    @Test
    void claims_of_another_form_are_an_invalid_token_and_no_failure() {
        String odd = tokens.sign(Tokens.claims(Instant.now().plusSeconds(60))
                .claim("account_id", " ")
                .claim("roles", List.of("operator")));
        assertProblem(http.as(odd).get(OPERATORS_ONLY), 401, "authentication.invalid-token");
    }

    @Test
    void the_wrong_role_is_refused_before_the_body_is_looked_at() {
        HttpResponse<String> answer = http.as(tokens.of(Role.EXAMINEE)).post(OPERATORS_ONLY, "{ not json");
        assertProblem(answer, 403, "access.denied");
    }

    @Test
    void the_wrong_role_is_refused_before_the_parameters_are_looked_at() {
        assertProblem(http.as(tokens.of(Role.EXAMINEE)).get("/api/redeem-codes?x=1"), 403, "access.denied");
        assertProblem(http.as(tokens.of(Role.ENTERPRISE)).get("/api/redeem-codes?x=1"), 400, "request.invalid");
    }

    @Test
    void health_is_open_and_metrics_are_for_staff() {
        assertThat(http.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(http.as(tokens.of(Role.EXAMINEE)).get("/actuator/prometheus").statusCode())
                .isEqualTo(403);
        assertThat(http.as(tokens.of(Role.AUDITOR)).get("/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void an_unknown_client_gets_no_token_and_only_one_grant_is_offered() {
        assertThat(token("grant_type=client_credentials&client_id=demo-operator&client_secret=guess")
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.get("/oauth2/authorize?response_type=code&client_id=demo-operator")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answers_tell_browsers_to_be_careful() {
        assertThat(http.get(OPERATORS_ONLY).headers().map())
                .containsKeys("x-content-type-options", "content-security-policy", "referrer-policy", "cache-control")
                .doesNotContainKeys("set-cookie", "server");
    }

    private HttpResponse<String> token(String form) {
        return http.send(http.request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Http.json(answer).path("code").asString()).isEqualTo(code);
        assertThat(Http.json(answer).path("detail").asString()).isNotBlank();
    }
}
