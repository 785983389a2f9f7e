package io.examledger.command.subject.introduce;

import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectCode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntroduceSubjectControllerTest {
    private static final String GOOD = """
            {"code": "PR000009", "title": "Data Engineer", "category": "CAREER", "track": "big data", "level": "EXPERT",
             "price": {"amount": 30000, "currency": "USD"}, "durationMinutes": 120,
             "deliveryModes": ["TEST_CENTER", "TEST_CENTER"], "examType": "PRACTICAL"}""";

    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forStaff(new IntroduceSubjectController(commands, Endpoint.CLOCK));

    @Test
    @DisplayName("CAT-1 CAT-2 a subject is introduced")
    void a_subject_is_introduced() {
        endpoint.post("/api/subjects", GOOD)
                .isAccepted(201, "{\"code\":\"PR000009\"}")
                .isReplayed(false);
        assertThat(commands.sent())
                .containsExactly(new IntroduceSubject(
                        new SubjectCode("PR000009"),
                        "Data Engineer",
                        Category.CAREER,
                        "big data",
                        Level.EXPERT,
                        usd(30_000),
                        120,
                        List.of(DeliveryMode.TEST_CENTER),
                        ExamType.PRACTICAL,
                        Endpoint.NOW));
    }

    @Test
    @DisplayName("CAT-1 a specialty subject needs neither track nor level")
    void a_specialty_subject_is_introduced() {
        String body =
                GOOD.replace("CAREER", "SPECIALTY").replace("\"track\": \"big data\", \"level\": \"EXPERT\",", "");
        endpoint.post("/api/subjects", body).isAccepted(201, "{\"code\":\"PR000009\"}");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code            | PR000009                         | pr000009",
                "code            | \"PR000009\"                     | null",
                "title           | Data Engineer                    | ` `",
                "title           | \"Data Engineer\"                | null",
                "category        | \"CAREER\"                       | null",
                "track           | \"big data\"                     | null",
                "level           | \"EXPERT\"                       | null",
                "price           | {\"amount\": 30000, \"currency\": \"USD\"} | null",
                "price           | 30000                            | 0",
                "price           | 30000                            | 100000001",
                "price           | 30000                            | 9223372036854775807",
                "durationMinutes | 120                              | 0",
                "durationMinutes | 120                              | 1441",
                "durationMinutes | 120                              | null",
                "deliveryModes   | [\"TEST_CENTER\", \"TEST_CENTER\"] | null",
                "deliveryModes   | \"TEST_CENTER\", \"TEST_CENTER\" | ``",
                "deliveryModes   | [\"TEST_CENTER\", \"TEST_CENTER\"] | [null]",
                "examType        | \"PRACTICAL\"                    | null",
            })
    void a_bad_field_is_named(String field, String good, String bad) {
        assertThat(GOOD).contains(good);
        endpoint.post("/api/subjects", GOOD.replace(good, bad)).isBad(field);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void the_track_of_a_specialty_subject_has_an_end_too() {
        String body = GOOD.replace("CAREER", "SPECIALTY").replace("big data", "x".repeat(101));
        endpoint.post("/api/subjects", body).isBad("track");
    }
}
