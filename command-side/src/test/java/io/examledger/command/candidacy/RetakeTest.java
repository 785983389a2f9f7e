package io.examledger.command.candidacy;

import static io.examledger.command.testing.ExamDay.adaSits;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamDay.result;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.attempt;
import static io.examledger.command.testing.ExamFacts.bought;
import static io.examledger.command.testing.ExamFacts.named;
import static io.examledger.command.testing.ExamFacts.offered;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.kernel.appointment.ExamOutcome.FAIL;
import static io.examledger.kernel.appointment.ExamOutcome.INVALID;
import static io.examledger.kernel.appointment.ExamOutcome.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.testing.Facts;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetakeTest {
    private static final Instant FIRST = Instant.parse("2026-02-01T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-05-10T09:00:00Z");
    private static final Duration INSTANT = Duration.ofMillis(1);

    @Test
    @DisplayName("RES-2 on day 13 after the first failure the retake is refused, on day 14 it is allowed")
    void after_a_first_failure_the_wait_is_14_days() {
        allowedFrom(Instant.parse("2026-02-15T09:00:00Z"), FIRST.plus(Duration.ofDays(4)), attempt("1", FIRST, FAIL));
    }

    @Test
    @DisplayName("RES-2 after the second failure the wait is 60 days")
    void after_a_second_failure_the_wait_is_60_days() {
        allowedFrom(
                Instant.parse("2026-04-30T09:00:00Z"),
                SECOND.plus(Duration.ofDays(4)),
                attempt("1", FIRST, FAIL),
                attempt("2", SECOND, FAIL));
    }

    @Test
    @DisplayName("RES-2 after the third failure the wait is a year, which is past this order's validity")
    void after_a_third_failure_the_wait_is_a_year() {
        Instant now = THIRD.plus(Duration.ofDays(4));
        Scenario refused = scenario(attempt("1", FIRST, FAIL), attempt("2", SECOND, INVALID), attempt("3", THIRD, FAIL))
                .when(online(VALID_UNTIL.minus(INSTANT), now));
        refused.thenRefused("candidacy.retake-too-early");
        assertThat(refused.refusal().detail()).contains("2027-05-10T09:00:00Z");
    }

    @Test
    @DisplayName("RES-2 a pass resets the count")
    void a_pass_resets_the_count() {
        Instant now = SECOND.plus(Duration.ofDays(4));
        scenario(attempt("1", FIRST, FAIL), attempt("2", SECOND, PASS))
                .when(online(now.plus(INSTANT), now))
                .thenAnswer(scheduled(now.plus(INSTANT)));
        allowedFrom(
                Instant.parse("2026-05-24T09:00:00Z"),
                THIRD.plus(Duration.ofDays(4)),
                attempt("1", FIRST, FAIL),
                attempt("2", SECOND, PASS),
                attempt("3", THIRD, FAIL));
    }

    @Test
    @DisplayName("APT-9 RES-2 a termination for violation is a failure")
    void an_invalid_attempt_is_a_failure() {
        allowedFrom(
                Instant.parse("2026-02-15T09:00:00Z"), FIRST.plus(Duration.ofDays(4)), attempt("1", FIRST, INVALID));
    }

    @Test
    @DisplayName("RES-1 RES-2 a pending result blocks a new appointment until three days after the exam's end")
    void a_pending_result_blocks() {
        Instant release = END.plus(Duration.ofDays(3));
        RedeemCodeId second = RedeemCodeId.of(Facts.ORDER, 2);
        Instant start = END.plus(Duration.ofDays(40));
        AppointmentId next = new AppointmentId("next");
        adaSits()
                .when(result(FAIL, 100, END))
                .when(bind(second, release.minus(INSTANT)))
                .thenRefused("candidacy.registration-open")
                .when(online(ADA, next, start, release.minus(INSTANT)))
                .thenRefused("candidacy.result-pending")
                .when(online(ADA, next, start, release))
                .thenRefused("candidacy.no-open-registration");
    }

    @Test
    @DisplayName("RES-3 COD-7 a released result uses the registration up, though nobody has recorded the release")
    void a_released_result_makes_room_by_time_alone() {
        Instant release = END.plus(Duration.ofDays(3));
        RedeemCodeId second = RedeemCodeId.of(Facts.ORDER, 2);
        Scenario.given(adaIsRegistered(), Facts.issued(second, 2))
                .when(atSite(Facts.NOW))
                .when(checkIn(END.minusSeconds(5400)))
                .when(result(FAIL, 100, END))
                .when(bind(second, release))
                .thenAnswer(new Registered("again", SUBJECT.value(), VALID_UNTIL));
    }

    @Test
    @DisplayName("RES-2 RES-4 a correction counts for the next wait")
    void a_correction_counts() {
        Instant now = FIRST.plus(Duration.ofDays(4));
        var corrected = new SittingEvent.AttemptJudged(
                Facts.ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                "1",
                Facts.COMPANY.value(),
                "1",
                PASS,
                FIRST,
                FIRST.plus(Duration.ofDays(3)),
                now);
        scenario(attempt("1", FIRST, FAIL), new Object[] {corrected})
                .when(online(now.plus(INSTANT), now))
                .thenAnswer(scheduled(now.plus(INSTANT)));
    }

    @Test
    @DisplayName("RES-2 rescheduling does not get around the wait")
    void an_appointment_is_not_moved_before_the_wait_is_over() {
        Instant now = FIRST.plus(Duration.ofDays(4));
        Instant earliest = Instant.parse("2026-02-15T09:00:00Z");
        scenario(attempt("1", FIRST, FAIL))
                .when(online(earliest.plusSeconds(1), now))
                .when(new RescheduleAppointment(APPOINTMENT, ADA, null, earliest.minus(INSTANT), now))
                .thenRefused("candidacy.retake-too-early");
    }

    private static void allowedFrom(Instant earliest, Instant now, Object[]... attempts) {
        Scenario scenario = scenario(attempts).when(online(earliest.minus(INSTANT), now));
        scenario.thenRefused("candidacy.retake-too-early");
        assertThat(scenario.refusal().detail()).contains(earliest.toString());
        scenario.when(online(earliest, now)).thenAnswer(scheduled(earliest));
    }

    /** Ada with these attempts behind her, and a registration that she bought. */
    private static Scenario scenario(Object[]... attempts) {
        return Scenario.given(Stream.concat(
                        Stream.of(named(ADA, "Ada", "Lovelace"), new Object[] {offered()}),
                        Stream.concat(Arrays.stream(attempts), Stream.of(new Object[][] {{bought("own")}})))
                .flatMap(Arrays::stream)
                .toArray());
    }

    private static AppointmentScheduled scheduled(Instant start) {
        return new AppointmentScheduled(
                "appointment",
                start,
                start.plus(Duration.ofMinutes(90)),
                PlainVault.codeString(7).grouped());
    }

    private static BindRedeemCode bind(RedeemCodeId code, Instant at) {
        return new BindRedeemCode(code, PlainVault.fresh(2, code).digest(), SUBJECT, ADA, "again", at);
    }
}
