package io.examledger.query;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.appointment.ExamOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What a code and a registration show of the exam that they were used for. */
class UsedCodesTest {
    private static final Sat ADA = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
    private static final String CODE = "/api/redeem-codes/" + ADA.code().redeemCodeId();

    @ParameterizedTest
    @EnumSource
    @DisplayName("COD-5, COD-7, RES-1 a code shows its appointment, and the result once the exam is over and released")
    void a_code_shows_what_it_was_used_for(Database database) throws Exception {
        try (ReadModels models = ReadModels.all(database).given(introduced("AAA"), ADA.code())) {
            assertThat(code(models)).doesNotContainKeys("appointment", "result");

            models.given(ADA.scheduled());
            assertThat(code(models)).doesNotContainKey("result").containsEntry("status", "SCHEDULED");
            assertThat(code(models).get("appointment"))
                    .hasToString("{appointmentId=a-ada, deliveryMode=TEST_CENTER, start=2026-03-01T09:00:00Z, "
                            + "end=2026-03-01T10:30:00Z, status=SCHEDULED}");

            models.given(ADA.begun());
            models.given(recorded(ADA, ExamOutcome.PASS, 900));
            assertThat(code(models)).doesNotContainKey("result").containsEntry("status", "SCHEDULED");

            models.given(released(ADA, ExamOutcome.PASS, 900));
            assertThat(code(models)).containsEntry("status", "COMPLETED");
            assertThat(code(models).get("result"))
                    .hasToString("{outcome=PASS, score=900, releasedAt=2026-03-04T10:30:00Z}");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("COD-6, APT-10 a code shows no appointment that was cancelled or did not count")
    void a_code_shows_no_appointment_that_is_none(Database database) throws Exception {
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA")).online();
        try (ReadModels models = ReadModels.all(database).given(introduced("AAA"), ADA.code(), bob.code())) {
            models.given(ADA.scheduled());
            models.given(bob.scheduled());
            models.given(bob.begun());
            models.given(ADA.cancelled());
            models.given(bob.interrupted(false));

            String page = get(models, "enterprise:acme", "/api/redeem-codes");
            assertThat(JsonPath.<List<String>>read(page, "$.items[*].status")).containsExactly("BOUND", "BOUND");
            assertThat(page).doesNotContain("\"appointment\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("RES-3, COD-7 a registration is used once the result is released, or it is forfeited")
    void a_registration_is_used_up(Database database) throws Exception {
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA"));
        try (ReadModels models = ReadModels.all(database).given(introduced("AAA"), ADA.code(), bob.code())) {
            models.given(ADA.scheduled());
            models.given(bob.scheduled());
            models.given(ADA.begun());
            models.given(recorded(ADA, ExamOutcome.FAIL, 1));
            models.given(bob.missed());
            assertThat(registrations(models)).containsExactly("USED", "OPEN");

            models.given(released(ADA, ExamOutcome.FAIL, 1));
            assertThat(registrations(models)).containsExactly("USED", "USED");
        }
    }

    private static List<String> registrations(ReadModels models) throws Exception {
        return JsonPath.read(get(models, "operator", "/api/registrations"), "$.items[*].status");
    }

    private static Map<String, Object> code(ReadModels models) throws Exception {
        return JsonPath.read(get(models, "enterprise:acme", CODE), "$");
    }

    private static String get(ReadModels models, String as, String path) throws Exception {
        return QueryApi.over(models, new FakeVaults())
                .perform(MockMvcRequestBuilders.get(path).header("As", as))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
