package io.examledger.command.candidacy;

import static io.examledger.command.testing.ExamFacts.attempt;
import static io.examledger.command.testing.ExamFacts.bought;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.examledger.command.Refused;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EverScheduledTest {
    private final Standing standing = new Standing();

    @Test
    @DisplayName("REF-1 a registration that was never scheduled may be refunded, whatever became of earlier ones")
    void another_registration_does_not_count() {
        happened(attempt("earlier", NOW, ExamOutcome.FAIL));
        happened(bought("own"));

        assertThatCode(() -> standing.requireNeverScheduled("own")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("REF-1 the first appointment ends the refund window, cancelled or not")
    void a_cancelled_appointment_counts() {
        String candidacy = ADAS_CANDIDACY.toString();
        String owner = COMPANY.value();
        happened(
                bought("own"),
                new SittingEvent.AppointmentMade(candidacy, "ada", "PR000002", "own", owner, "a", NOW, NOW, 1, NOW),
                new SittingEvent.AppointmentWithdrawn(candidacy, "ada", "PR000002", "own", owner, "a", NOW));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> standing.requireNeverScheduled("own"))
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo("candidacy.ever-scheduled"));
    }

    private void happened(Object... events) {
        Stream.of(events).forEach(event -> standing.evolve((CandidacyEvent) event));
    }
}
