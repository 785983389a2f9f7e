package io.examledger.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@StartedPlatform
class DemoCredentialsTest {
    private final Http http;
    private final DemoCredentials credentials;
    private final JsonNode file;

    @Autowired
    DemoCredentialsTest(@LocalServerPort int port, DemoCredentials credentials) throws IOException {
        this.http = new Http(port);
        this.credentials = credentials;
        this.file = new JsonMapper().readTree(Files.readAllBytes(credentials.path()));
    }

    @Test
    void the_file_has_the_documented_form_and_is_the_owners_alone() throws IOException {
        assertThat(file.propertyNames())
                .containsExactly("enterprise", "enterprise2", "examinee", "examinee2", "operator", "auditor");
        assertThat(file)
                .allSatisfy(entry -> assertThat(entry.propertyNames())
                        .containsExactlyInAnyOrder("clientId", "clientSecret", "username", "password", "accountId"));
        assertThat(Files.getPosixFilePermissions(credentials.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void every_demo_account_gets_a_token_that_names_its_role_and_account() {
        Iterator<JsonNode> entries = file.iterator();
        for (DemoAccount account : credentials.accounts()) {
            JsonNode entry = entries.next();
            JsonNode claims = claimsOf(byPost(entry));
            assertThat(claims.path("roles").path(0).asString())
                    .isEqualTo(account.role().wireName());
            assertThat(claims.path("account_id").asString(null))
                    .isEqualTo(entry.path("accountId").asString(null));
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(3600);
        }
    }

    @Test
    void the_secret_is_taken_from_the_header_as_well_and_the_token_opens_what_is_its_own() {
        HttpResponse<String> answer = byBasic(file.path("operator"));
        assertThat(answer.statusCode()).isEqualTo(200);
        String token = Http.json(answer).path("access_token").asString();
        assertThat(http.as(token).get("/api/test-clock").statusCode()).isEqualTo(200);
    }

    @Test
    void a_scope_of_another_role_is_not_given() {
        HttpRequest.Builder request = form("grant_type=client_credentials&scope=operator")
                .header("Authorization", basic(file.path("examinee")));
        assertThat(Http.json(http.send(request)).path("error").asString()).isEqualTo("invalid_scope");
    }

    private HttpResponse<String> byPost(JsonNode entry) {
        return http.send(form("grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(
                        entry.path("clientId").asString(),
                        entry.path("clientSecret").asString())));
    }

    private HttpResponse<String> byBasic(JsonNode entry) {
        return http.send(form("grant_type=client_credentials").header("Authorization", basic(entry)));
    }

    private static String basic(JsonNode entry) {
        String pair = entry.path("clientId").asString() + ":"
                + entry.path("clientSecret").asString();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder form(String form) {
        return http.request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static JsonNode claimsOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        String token = Http.json(answer).path("access_token").asString();
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
