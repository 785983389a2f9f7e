package io.examledger.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@StartedPlatform
@DisplayName("AUD-4 what the ledger does not answer, and to whom")
class LedgerRefusalsTest {
    private static final String LEDGER = "/api/audit/ledger/";

    private final Http auditor;
    private final Tokens tokens;

    @Autowired
    LedgerRefusalsTest(@LocalServerPort int port, ApplicationContext context) {
        tokens = new Tokens(context);
        auditor = new Http(port).as(tokens.of(Role.AUDITOR));
    }

    @Test
    void what_is_no_event_or_no_verification_is_not_found() {
        for (String path : List.of("proofs/00000000-0000-7000-8000-000000000000", "proofs/x", "verification/x")) {
            HttpResponse<String> answer = auditor.get(LEDGER + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Http.json(answer).path("code").asString()).isEqualTo("not-found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "log?from=0, from",
        "log?from=x, from",
        "log?form=1, form",
        "consistency, from",
        "consistency?from=999999999, from",
        "consistency?from=5&to=4, from",
        "heads?limit=0, limit"
    })
    void a_question_that_makes_no_sense_is_refused_by_the_field(String path, String field) {
        HttpResponse<String> answer = auditor.get(LEDGER + path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"from\": 0}', from",
        "'{\"from\": 999999999}', from",
        "'{\"from\": 5, \"to\": 4}', to",
        "'{\"to\": 999999999}', to"
    })
    void a_range_that_is_none_is_refused_by_the_field(String body, String field) {
        HttpResponse<String> answer = auditor.post(LEDGER + "verification", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ENTERPRISE", "EXAMINEE"})
    void nobody_but_staff_sees_any_of_it(Role role) {
        Http someone = auditor.as(tokens.of(role));
        for (String path : List.of("head", "heads", "log", "consistency?from=1", "proofs/x", "verification/x")) {
            assertThat(someone.get(LEDGER + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(someone.post(LEDGER + "verification", "{}").statusCode()).isEqualTo(403);
    }
}
