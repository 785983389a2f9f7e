package io.examledger.command.appointment.incident;

import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamEvents.launchedByAnEarlierVersion;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.testing.CommandSide;
import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoShowsTest {
    private static final String ID = APPOINTMENT.value();
    private static final Instant FIRST_TOO_LATE =
            START.plus(Duration.ofMinutes(20)).plusNanos(1_000);

    private final NoShows rule = new NoShows();
    private final CommandSide commandSide = new CommandSide();

    @BeforeEach
    void ada_is_registered() {
        commandSide.given(List.of(adaIsRegistered()));
        commandSide.given(List.of(sessionOpened(START.plus(Duration.ofDays(7)), 1)));
    }

    @Test
    @DisplayName("APT-2 the deadline is the first instant that is too late, and then it is a no-show")
    void a_reservation_sets_the_deadline() {
        assertThat(changesBy(atSite(NOW))).containsExactly(new DeadlineChange.Set(ID, FIRST_TOO_LATE));
        assertThat(changesBy(rule.command(ID, FIRST_TOO_LATE))).containsExactly(new DeadlineChange.Lift(ID));
        assertThat(changesBy(rule.command(ID, FIRST_TOO_LATE))).isEmpty();
    }

    @Test
    @DisplayName("APT-1 APT-2 another time moves the deadline, and a cancellation lifts it")
    void a_change_moves_it() {
        commandSide.send(atSite(NOW));
        Instant later = START.plus(Duration.ofDays(7));
        String session = ExamSessionId.of(SITE, later).value();

        assertThat(changesBy(new RescheduleAppointment(APPOINTMENT, ADA, session, null, NOW)))
                .containsExactly(new DeadlineChange.Set(ID, FIRST_TOO_LATE.plus(Duration.ofDays(7))));
        assertThat(changesBy(new CancelAppointment(APPOINTMENT, ADA, NOW)))
                .containsExactly(new DeadlineChange.Lift(ID));
    }

    @Test
    @DisplayName("APT-2 who sits at a site is found by the command")
    void who_shows_up_is_no_no_show() {
        commandSide.send(atSite(NOW));
        assertThat(changesBy(checkIn(START))).isEmpty();
        assertThat(changesBy(rule.command(ID, FIRST_TOO_LATE))).isEmpty();
        assertThat(changesBy(new ReportViolation(APPOINTMENT, "talking", null, FIRST_TOO_LATE)))
                .containsExactly(new DeadlineChange.Lift(ID));
    }

    @Test
    @DisplayName("APT-3 online a launch alone moves the deadline to the exam's end, and then it is a no-show")
    void online_a_launch_moves_the_deadline() {
        Instant end = END.plusNanos(1_000);
        commandSide.send(online(START, NOW));
        assertThat(changesBy(launch(START))).containsExactly(new DeadlineChange.Set(ID, end));
        assertThat(changesBy(rule.command(ID, end))).containsExactly(new DeadlineChange.Lift(ID));
    }

    @Test
    @DisplayName(
            "APT-2 APT-10 online who launches after the check-in is found by the command; an interruption lifts the deadline")
    void online_it_takes_both() {
        commandSide.send(online(START, NOW));
        assertThat(changesBy(checkIn(START))).isEmpty();
        assertThat(changesBy(launch(START))).isEmpty();
        assertThat(changesBy(rule.command(ID, FIRST_TOO_LATE))).isEmpty();
        assertThat(changesBy(new ReportInterruption(APPOINTMENT, false, START)))
                .containsExactly(new DeadlineChange.Lift(ID));
    }

    @Test
    @DisplayName(
            "APT-3 what an earlier version stored of a launch leaves the deadline, whose command waits for the exam's end")
    void a_launch_of_an_earlier_version_lifts_nothing() {
        assertThat(changesBy(online(START, NOW))).containsExactly(new DeadlineChange.Set(ID, FIRST_TOO_LATE));
        List<Object> launch = List.of(launchedByAnEarlierVersion(START));
        commandSide.given(launch);
        assertThat(launch).allSatisfy(event -> assertThat(rule.after(event)).isEmpty());
        assertThat(changesBy(rule.command(ID, END.plusNanos(1_000)))).containsExactly(new DeadlineChange.Lift(ID));
    }

    /** What the events of a command do to the deadlines. */
    private List<DeadlineChange> changesBy(Object command) {
        int before = commandSide.log().size();
        commandSide.send(command);
        List<Object> log = commandSide.log();
        return log.subList(before, log.size()).stream()
                .flatMap(event -> rule.after(event).stream())
                .toList();
    }
}
