package io.examledger.query.audit;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Database;
import io.examledger.query.Happened;
import io.examledger.query.Judged;
import io.examledger.query.Sat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A code, its holder's registration, and the appointment on it. */
class ExplainedExamsTest {
    private static final RedeemCodeEvent.Issued CODE = issued("o1", 1, "acme", "AAA");
    private static final Sat ADA = Sat.by("ada", CODE);
    private static final String OF_CODE = "/api/audit/redeem-codes/" + CODE.redeemCodeId() + "/explanation";
    private static final String OF_APPOINTMENT = "/api/audit/appointments/a-ada/explanation";
    private static final String OF_REGISTRATION = "/api/audit/registrations/r-ada/explanation";
    private final AuditApi api = new AuditApi(Database.H2);

    @BeforeEach
    void issue() {
        api.given(placed("o1", "acme", "AAA", 1), purchased("o1", "acme", "AAA", 1), CODE);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("COD-2, COD-3, REF-2 a code says what can be done with it and what not")
    void code_before_its_exam() throws Exception {
        assertThat(api.answer(OF_CODE, "status")).startsWith("COD-1 UNUSED");
        assertThat(api.answer(OF_CODE, "can-be-bound")).startsWith("COD-2 Yes");

        api.given(new RedeemCodeEvent.Frozen(CODE.redeemCodeId(), "o1", "acme", "AAA", "r1", T0));
        assertThat(api.answer(OF_CODE, "can-be-bound"))
                .isEqualTo("REF-2 No: it is frozen while a refund is under way.");
        assertThat(api.answer(OF_CODE, "can-be-refunded")).isEqualTo("REF-2 It is being refunded.");

        api.given(
                new RedeemCodeEvent.Released(CODE.redeemCodeId(), "o1", "acme", "AAA", "r1", T0),
                bound(CODE, "ada"),
                opened(CODE, "ada"));
        assertThat(api.answer(OF_CODE, "can-be-bound")).isEqualTo("COD-2 No: only an UNUSED code can be; it is BOUND.");
        assertThat(api.answer(OF_CODE, "can-be-refunded")).contains("must be unbound first");
        assertThat(api.answer(OF_CODE, "can-be-taken-back")).startsWith("COD-3 Yes");

        api.given(unbound(CODE, "ada"), withdrawn(CODE, "ada"), regenerated(CODE, 2));
        assertThat(api.decidedBy(OF_CODE, "can-be-bound"))
                .containsExactly("redeem-code.unbound", "redeem-code.regenerated");
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled"))
                .isEqualTo("COD-3 No: the registration has ended. The company took the code back at " + T0 + ".");
    }

    @Test
    @DisplayName("ORD-4, COD-9 a code expires at the instant of its order's end, noted or not")
    void code_expires() throws Exception {
        assertThat(api.at(END.minusNanos(1)).answer(OF_CODE, "status")).startsWith("COD-1 UNUSED");
        assertThat(api.at(END).answer(OF_CODE, "status")).startsWith("ORD-4 EXPIRED");
        assertThat(api.answer(OF_CODE, "can-be-bound")).startsWith("ORD-4 No");

        api.given(Happened.orderExpired("o1", "acme", "AAA", 1), Happened.expired(CODE));
        assertThat(api.answer(OF_CODE, "status"))
                .isEqualTo("COD-9 EXPIRED: the order's validity ended while the code was UNUSED.");
        assertThat(api.decidedBy(OF_CODE, "status")).containsExactly("order.expired", "redeem-code.expired");
    }

    @Test
    @DisplayName("APT-1, APT-4 a change is free up to the limit's very instant, and refused or dear after it")
    void changes() throws Exception {
        api.given(ADA.scheduled());
        Instant limit = Sat.START.minus(Duration.ofDays(3));

        assertThat(api.at(limit).answer(OF_APPOINTMENT, "can-be-changed"))
                .isEqualTo("APT-1 Yes, free until " + limit + ", 72 h before the start.");
        assertThat(api.at(limit.plusNanos(1)).answer(OF_APPOINTMENT, "can-be-changed"))
                .isEqualTo("APT-1 No: it could be until " + limit + ".");

        Money late = new Money(25_00, "USD");
        api.given(new AppointmentEvent.Cancelled(
                "a-ada", "ada", "acme", "AAA", "r-ada", Sat.START, late, 1, Sat.START.minus(Duration.ofMinutes(90))));
        assertThat(api.answer(OF_APPOINTMENT, "status")).startsWith("APT-1 CANCELLED");
        assertThat(api.answer(OF_APPOINTMENT, "fee"))
                .isEqualTo(
                        "APT-4 Cancelled 1 h 30 min 0 s before the start: late, a fee of 25.00 USD, by version 1 of the"
                                + " policy.");
    }

    @Test
    @DisplayName("APT-2 a no-show is one as soon as the time is over, noted or not")
    void no_show() throws Exception {
        api.given(ADA.scheduled());

        assertThat(api.at(Sat.START).answer(OF_APPOINTMENT, "status")).startsWith("APT-5 SCHEDULED");
        assertThat(api.at(Sat.START.plusNanos(1)).answer(OF_APPOINTMENT, "status"))
                .startsWith("APT-2 MISSED");
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled")).startsWith("APT-2 No");

        api.given(ADA.missed());
        assertThat(api.decidedBy(OF_APPOINTMENT, "status")).containsExactly("appointment.missed");
        assertThat(api.answer(OF_REGISTRATION, "registration")).startsWith("RES-3 It is used up");
    }

    @Test
    @DisplayName(
            "APT-3, PLT-1 a session that is launched waits for documents until the exam's end; without them nobody sat")
    void launched_without_documents() throws Exception {
        Sat ada = ADA.online();
        Instant end = Sat.START.plus(Sat.LENGTH);
        api.given(ada.scheduled()).given(ada.launched());

        assertThat(api.at(end).answer(OF_APPOINTMENT, "status")).startsWith("APT-5 SCHEDULED");
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled"))
                .isEqualTo("APT-5 No: there is a live appointment on it already.");
        assertThat(api.at(end.plusNanos(1)).answer(OF_APPOINTMENT, "status"))
                .isEqualTo("APT-2 MISSED: nobody sat by %s. Time alone decided it: nobody has noted it yet."
                        .formatted(end));
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled"))
                .isEqualTo("APT-3 No: the registration has ended. It is used up: nobody sat by " + end + ".");
    }

    @Test
    @DisplayName("APT-1, APT-2 once the exam day has begun, by launch or by check-in, nothing can be changed any more")
    void begun_exam_day() throws Exception {
        api.given(ADA.online().scheduled()).at(Sat.START.minusSeconds(60));
        assertThat(api.answer(OF_APPOINTMENT, "can-be-changed")).startsWith("APT-1 Yes, for a late fee");
        api.given(ADA.online().launched());
        assertThat(api.answer(OF_APPOINTMENT, "can-be-changed")).isEqualTo("APT-1 No: the exam day has begun (APT-2).");
        assertThat(api.decidedBy(OF_APPOINTMENT, "can-be-changed")).containsExactly("appointment.launched");

        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA")).online();
        String ofBob = OF_APPOINTMENT.replace("a-ada", "a-bob");
        api.given(bob.code()).given(bob.scheduled()).given(bob.admitted());
        assertThat(api.answer(ofBob, "status")).startsWith("APT-5 SCHEDULED");
        assertThat(api.answer(ofBob, "can-be-changed")).isEqualTo("APT-1 No: the exam day has begun (APT-2).");
        assertThat(api.decidedBy(ofBob, "can-be-changed")).containsExactly("appointment.checked-in");
    }

    @Test
    @DisplayName("APT-3 online who launched and was admitted sits, in whichever order")
    void launched_and_admitted() throws Exception {
        api.given(ADA.online().scheduled()).given(ADA.online().begun());

        assertThat(api.at(Sat.START).answer(OF_APPOINTMENT, "status")).startsWith("APT-2 ATTENDED");
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled")).contains("has no result yet");
    }

    @Test
    @DisplayName(
            "RES-1, RES-2 why not schedulable: a live appointment, then a pending result, then the registration used up and a wait")
    void why_not_schedulable() throws Exception {
        api.given(ADA.scheduled());
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled"))
                .isEqualTo("APT-5 No: there is a live appointment on it already.");

        api.given(ADA.begun()).at(Sat.START.plusSeconds(60));
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled")).contains("has no result yet");

        api.given(Judged.recorded(ADA, ExamOutcome.FAIL, 100))
                .at(ADA.releaseAt().minusNanos(1));
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled"))
                .isEqualTo("RES-2 No: the result of the exam of %s is pending until %s (RES-1)."
                        .formatted(Sat.START, ADA.releaseAt()));
        assertThat(api.answer(OF_REGISTRATION, "retake-wait"))
                .isEqualTo("RES-1 Known once the pending result is released.");
        assertThat(api.answer(OF_APPOINTMENT, "result")).startsWith("RES-1 Pending");
        assertThat(api.get(OF_REGISTRATION).getContentAsString()).doesNotContain("FAIL");

        api.at(ADA.releaseAt());
        assertThat(api.answer(OF_REGISTRATION, "can-be-scheduled"))
                .isEqualTo("RES-3 No: the registration has ended. It is used up: the result is released.");
        assertThat(api.answer(OF_REGISTRATION, "retake-wait"))
                .isEqualTo("RES-2 An exam can start from %s on: failure 1 in a row was the exam of %s."
                        .formatted(Sat.START.plus(Duration.ofDays(14)), Sat.START));
        assertThat(api.answer(OF_APPOINTMENT, "result"))
                .isEqualTo("RES-1 FAIL; it can be seen since %s.".formatted(ADA.releaseAt()));
    }

    @Test
    @DisplayName("APT-10 an exam interrupted before its content was shown leaves the registration schedulable")
    void interrupted() throws Exception {
        api.given(ADA.scheduled()).given(ADA.begun()).given(ADA.interrupted(false));

        assertThat(api.at(Sat.START).answer(OF_REGISTRATION, "can-be-scheduled"))
                .startsWith("APT-5 Yes");
        assertThat(api.answer(OF_REGISTRATION, "retake-wait")).startsWith("RES-2 None");
        assertThat(api.answer(OF_APPOINTMENT, "status")).startsWith("APT-10 INTERRUPTED");
    }

    @Test
    void what_is_unknown_is_not_found() throws Exception {
        for (String thing : new String[] {"redeem-codes/o1", "appointments/o1", "registrations/ada"}) {
            assertThat(api.get("/api/audit/" + thing + "/explanation").getStatus())
                    .as(thing)
                    .isEqualTo(404);
        }
    }
}
