package io.examledger.command.appointment.result;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.adaSits;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamDay.result;
import static io.examledger.command.testing.ExamEvents.RELEASE;
import static io.examledger.command.testing.ExamEvents.completed;
import static io.examledger.command.testing.ExamEvents.corrected;
import static io.examledger.command.testing.ExamEvents.judged;
import static io.examledger.command.testing.ExamEvents.recorded;
import static io.examledger.command.testing.ExamEvents.released;
import static io.examledger.command.testing.ExamEvents.used;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.appointment.incident.ReportViolation;
import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.Score;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {
    @Test
    @DisplayName("RES-1 a result is recorded with the exam's end, and released three days later")
    void a_result_is_recorded() {
        adaSits()
                .when(result(ExamOutcome.FAIL, 612, END))
                .thenEvents(recorded(ExamOutcome.FAIL, 612, END), judged(ExamOutcome.FAIL, END));
    }

    @Test
    @DisplayName(
            "RES-1 COD-7 at three days 0 s the result is released and the code completed, a millisecond before not")
    void a_result_is_released_after_three_days() {
        adaSits()
                .when(result(ExamOutcome.PASS, 800, END))
                .when(new ReleaseResult(APPOINTMENT, RELEASE.minusMillis(1)))
                .thenEvents()
                .when(new ReleaseResult(APPOINTMENT, RELEASE))
                .thenEvents(released(ExamOutcome.PASS, 800, RELEASE), used(RELEASE), completed(RELEASE))
                .when(new ReleaseResult(APPOINTMENT, RELEASE))
                .thenEvents();
    }

    @Test
    @DisplayName("RES-1 a result that comes after the embargo is released at once")
    void a_late_result_is_released_at_once() {
        adaSits()
                .when(result(ExamOutcome.PASS, 800, RELEASE))
                .thenEvents(
                        recorded(ExamOutcome.PASS, 800, RELEASE),
                        judged(ExamOutcome.PASS, RELEASE),
                        released(ExamOutcome.PASS, 800, RELEASE),
                        used(RELEASE),
                        completed(RELEASE));
    }

    @Test
    @DisplayName("RES-1 without a result nothing is released")
    void nothing_is_released_without_a_result() {
        adaSits().when(new ReleaseResult(APPOINTMENT, RELEASE)).thenEvents();
    }

    @Test
    @DisplayName("RES-4 a correction before the release changes what is released")
    void a_result_is_corrected_before_its_release() {
        adaSits()
                .when(result(ExamOutcome.FAIL, 612, END))
                .when(result(ExamOutcome.PASS, 712, RELEASE.minusMillis(1)))
                .thenEvents(
                        corrected(ExamOutcome.FAIL, ExamOutcome.PASS, 712, RELEASE.minusMillis(1)),
                        judged(ExamOutcome.PASS, RELEASE.minusMillis(1)))
                .when(new ReleaseResult(APPOINTMENT, RELEASE))
                .thenEvents(released(ExamOutcome.PASS, 712, RELEASE), used(RELEASE), completed(RELEASE));
    }

    @Test
    @DisplayName("RES-4 a result can be invalidated after its release, which is not repeated")
    void a_result_is_invalidated_after_its_release() {
        Instant later = RELEASE.plus(Duration.ofDays(100));
        adaSits()
                .when(result(ExamOutcome.PASS, 800, END))
                .when(new ReleaseResult(APPOINTMENT, RELEASE))
                .when(new RecordResult(APPOINTMENT, ExamOutcome.INVALID, null, later))
                .thenEvents(
                        corrected(ExamOutcome.PASS, ExamOutcome.INVALID, null, later),
                        judged(ExamOutcome.INVALID, later))
                .when(new ReleaseResult(APPOINTMENT, later))
                .thenEvents();
    }

    @Test
    @DisplayName("RES-4 what is known already is no correction")
    void the_same_result_changes_nothing() {
        adaSits()
                .when(result(ExamOutcome.FAIL, 612, END))
                .when(result(ExamOutcome.FAIL, 612, END))
                .thenEvents()
                .when(result(ExamOutcome.FAIL, 613, END))
                .thenEvents(corrected(ExamOutcome.FAIL, ExamOutcome.FAIL, 613, END), judged(ExamOutcome.FAIL, END));
    }

    @Test
    @DisplayName("APT-9 RES-1 RES-4 a violation's result is released like any other, and can be corrected")
    void a_violation_has_a_result() {
        adaSits()
                .when(new ReportViolation(APPOINTMENT, "phone", null, START))
                .when(new ReleaseResult(APPOINTMENT, RELEASE))
                .thenEvents(released(ExamOutcome.INVALID, null, RELEASE))
                .when(result(ExamOutcome.PASS, 900, RELEASE))
                .thenEvents(
                        corrected(ExamOutcome.INVALID, ExamOutcome.PASS, 900, RELEASE),
                        judged(ExamOutcome.PASS, RELEASE));
    }

    @Test
    @DisplayName("RES-1 only an exam that was sat has a result")
    void an_exam_that_was_not_sat_has_no_result() {
        adaHasASeat().when(result(ExamOutcome.PASS, 1, END)).thenRefused("appointment.not-sat");
        adaIsOnline()
                .when(launch(START))
                .when(result(ExamOutcome.PASS, 1, END))
                .thenRefused("appointment.not-sat")
                .when(checkIn(END))
                .when(result(ExamOutcome.PASS, 1, END))
                .thenAnswer(new Done());
        adaSits()
                .when(new ReportInterruption(APPOINTMENT, false, START))
                .when(result(ExamOutcome.PASS, 1, END))
                .thenRefused("appointment.not-sat");
        adaHasASeat()
                .when(new RecordResult(new AppointmentId("nobodys"), ExamOutcome.PASS, null, END))
                .thenNotFound();
    }

    @Test
    @DisplayName("RES-1 RES-4 a result's deadline is its release; a correction leaves it, and the release lifts it")
    void a_result_sets_a_deadline() {
        ResultReleases rule = new ResultReleases();
        String id = APPOINTMENT.value();

        assertThat(rule.after(recorded(ExamOutcome.PASS, 800, END)))
                .containsExactly(new DeadlineChange.Set(id, RELEASE));
        assertThat(rule.after(corrected(ExamOutcome.PASS, ExamOutcome.FAIL, 100, END)))
                .isEmpty();
        assertThat(rule.after(released(ExamOutcome.FAIL, 100, RELEASE))).containsExactly(new DeadlineChange.Lift(id));
        assertThat(rule.command(id, RELEASE)).isEqualTo(new ReleaseResult(APPOINTMENT, RELEASE));
    }

    @Test
    void outcome_and_score_are_sent() {
        RecordedCommands commands = new RecordedCommands();
        Endpoint endpoint = Endpoint.forStaff(new RecordResultController(commands, Endpoint.CLOCK));

        endpoint.post("/api/appointments/appointment/result", "{\"outcome\": \"FAIL\", \"score\": 612}")
                .isAccepted(204, "");
        endpoint.post("/api/appointments/appointment/result", "{\"outcome\": \"INVALID\"}")
                .isAccepted(204, "");

        assertThat(commands.sent())
                .containsExactly(
                        new RecordResult(APPOINTMENT, ExamOutcome.FAIL, new Score(612), Endpoint.NOW),
                        new RecordResult(APPOINTMENT, ExamOutcome.INVALID, null, Endpoint.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"outcome\": \"PASS\", \"score\": -1}", "{\"outcome\": \"PASS\", \"score\": 1001}"})
    void a_score_is_0_to_1000(String body) {
        Endpoint.forStaff(new RecordResultController(new RecordedCommands(), Endpoint.CLOCK))
                .post("/api/appointments/appointment/result", body)
                .isBad("score");
    }
}
