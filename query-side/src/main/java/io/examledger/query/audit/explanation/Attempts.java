package io.examledger.query.audit.explanation;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exams that a person has sat in a subject, as their events tell them (RES-2). */
final class Attempts {
    /** @param outcome null while nobody has entered a result */
    record Attempt(Instant start, @Nullable ExamOutcome outcome, Instant releaseAt, Fact<CandidacyEvent> fact) {
        boolean isPending(Instant now) {
            return outcome == null || now.isBefore(releaseAt);
        }
    }

    private final Map<String, Attempt> byAppointment = new LinkedHashMap<>();

    static Attempts of(History candidacy) {
        Attempts attempts = new Attempts();
        candidacy.all(CandidacyEvent.class).forEach(attempts::fold);
        return attempts;
    }

    private void fold(Fact<CandidacyEvent> fact) {
        switch (fact.event()) {
            case SittingEvent.ExamBegun e ->
                byAppointment.put(e.appointmentId(), new Attempt(e.start(), null, Instant.MAX, fact));
            case SittingEvent.AttemptJudged e ->
                byAppointment.put(e.appointmentId(), new Attempt(e.start(), e.outcome(), e.releaseAt(), fact));
            case SittingEvent.AppointmentWithdrawn e -> byAppointment.remove(e.appointmentId());
            // Over by a wrong name on a document: it does not count.
            case CandidacyEvent.RegistrationUsed e ->
                byAppointment.computeIfPresent(
                        e.appointmentId(), (id, attempt) -> attempt.outcome == null ? null : attempt);
            case CandidacyEvent.RegistrationOpened e -> {}
            case CandidacyEvent.RegistrationWithdrawn e -> {}
            case CandidacyEvent.RegistrationRefunded e -> {}
            case CandidacyEvent.RegistrationExpired e -> {}
            case CandidacyEvent.RegistrationOutlivedOrder e -> {}
            case SittingEvent.AppointmentMade e -> {}
            case SittingEvent.AppointmentMoved e -> {}
            case SittingEvent.SessionLaunched e -> {}
        }
    }

    @Nullable
    Attempt of(String appointment) {
        return byAppointment.get(appointment);
    }

    /** Null if none is. */
    @Nullable
    Attempt pending(Instant now) {
        return byAppointment.values().stream()
                .filter(attempt -> attempt.isPending(now))
                .findFirst()
                .orElse(null);
    }

    /** Those since the last pass, in the order of the exams; whatever is no pass is a failure, an invalid one included. */
    List<Attempt> failures() {
        List<Attempt> inOrder = byAppointment.values().stream()
                .sorted(Comparator.comparing(Attempt::start))
                .toList();
        int first = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).outcome == ExamOutcome.PASS) {
                first = i + 1;
            }
        }
        return inOrder.subList(first, inOrder.size());
    }
}
