package io.examledger.query.audit;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.query.Database;
import io.examledger.query.Happened;
import io.examledger.query.Judged;
import io.examledger.query.Sat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order of two codes: Ada sits with one and passes, Bob is only registered. An auditor is shown Ada's name. */
@ParameterizedClass
@EnumSource
class TimelinesTest {
    private static final Sat ADA = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
    private static final Sat BOB = Sat.by("bob", issued("o1", 2, "acme", "AAA"));
    /** Nothing changes what is asked. */
    @SuppressWarnings("NullAway.Init")
    private static AuditApi api;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        api = new AuditApi(database);
        List<Object> story = new ArrayList<>(List.of(
                introduced("AAA"),
                registered("ada", "Ada Lovelace"),
                placed("o1", "acme", "AAA", 2),
                purchased("o1", "acme", "AAA", 2),
                ADA.code(),
                BOB.code()));
        story.addAll(ADA.scheduled());
        story.addAll(ADA.begun());
        story.addAll(List.of(Happened.bound(BOB.code(), "bob"), Happened.opened(BOB.code(), "bob")));
        story.addAll(Judged.recorded(ADA, ExamOutcome.PASS, 900));
        story.addAll(Judged.released(ADA, ExamOutcome.PASS, 900));
        story.add(new PersonalDataEvent.Read(
                "read-1", "auditor-7", List.of("ada"), "GET /api/redeem-codes", "case-7", Happened.T0));
        api.given(story);
    }

    TimelinesTest(Database database) {
        api.at(ADA.releaseAt());
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    static void stop() {
        api.close();
    }

    @Test
    @DisplayName(
            "AUD-1 an order's timeline is what happened to it, its codes, registrations and appointments, oldest first")
    void of_an_order() throws Exception {
        assertThat(api.types("/api/audit/orders/o1/timeline"))
                .containsExactly(
                        "order.placed",
                        "order.purchased",
                        "redeem-code.issued",
                        "redeem-code.issued",
                        "redeem-code.bound",
                        "candidacy.registration-opened",
                        "appointment.scheduled",
                        "redeem-code.scheduled",
                        "redeem-code.bound",
                        "candidacy.registration-opened",
                        "redeem-code.completed");
    }

    @Test
    void of_a_redeem_code() throws Exception {
        assertThat(api.types("/api/audit/redeem-codes/" + BOB.code().redeemCodeId() + "/timeline"))
                .containsExactly("redeem-code.issued", "redeem-code.bound", "candidacy.registration-opened");
    }

    @Test
    void of_an_appointment() throws Exception {
        String path = "/api/audit/appointments/a-ada/timeline";
        assertThat(api.types(path))
                .containsExactly(
                        "appointment.scheduled",
                        "candidacy.appointment-made",
                        "redeem-code.scheduled",
                        "appointment.checked-in",
                        "candidacy.exam-begun",
                        "exam-result.recorded",
                        "candidacy.attempt-judged",
                        "exam-result.released",
                        "candidacy.registration-used",
                        "redeem-code.completed");
        assertThat(api.get(path).getContentAsString()).contains("The result was entered: PASS, 900 points.");
    }

    @Test
    @DisplayName("RES-1 before its release a timeline tells nobody what an exam came to")
    void under_embargo() throws Exception {
        api.at(ADA.releaseAt().minusNanos(1000));

        assertThat(api.get("/api/audit/events?type=exam-result.recorded").getContentAsString())
                .contains("A result was entered; it can be seen from " + ADA.releaseAt())
                .doesNotContain("PASS", "900");
        assertThat(api.get("/api/audit/events?type=candidacy.attempt-judged").getContentAsString())
                .doesNotContain("PASS");
    }

    @Test
    @DisplayName("ACC-4, AUD-1 an account's timeline says who was shown its data")
    void of_an_account() throws Exception {
        assertThat(api.types("/api/audit/accounts/bob/timeline"))
                .containsExactly("redeem-code.bound", "candidacy.registration-opened");
        assertThat(api.types("/api/audit/accounts/ada/timeline")).endsWith("personal-data.read");
        assertThat(api.get("/api/audit/events?type=personal-data.read").getContentAsString())
                .contains("The names of 1 account were shown to auditor-7, by GET /api/redeem-codes, for case-7.");
    }

    @Test
    void pages_go_on_from_the_oldest() throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            String path = "/api/audit/appointments/a-ada/timeline?limit=4" + cursor;
            seen.addAll(api.types(path));
            String next = api.nextCursor(path);
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(seen)
                .isEqualTo(api.types("/api/audit/appointments/a-ada/timeline"))
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/o9", "redeem-codes/o1", "appointments/ada", "accounts/nobody"})
    void what_no_event_concerns_is_not_found(String thing) throws Exception {
        assertThat(api.get("/api/audit/" + thing + "/timeline").getStatus()).isEqualTo(404);
    }
}
