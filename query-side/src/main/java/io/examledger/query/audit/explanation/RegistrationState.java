package io.examledger.query.audit.explanation;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.query.NotFound;
import io.examledger.query.audit.explanation.Attempts.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one registration stands.
 *
 * @param live what made or moved its live appointment; null if it has none
 * @param ended why it is over; null if it is open
 */
record RegistrationState(
        Fact<CandidacyEvent.RegistrationOpened> opened,
        @Nullable Fact<CandidacyEvent> live,
        @Nullable Reason ended) {
    private static final String TOPIC = "registration";

    static RegistrationState of(String id, History candidacy, Attempts attempts, Instant now) {
        Fact<CandidacyEvent.RegistrationOpened> opened = candidacy.last(
                CandidacyEvent.RegistrationOpened.class,
                event -> event.registrationId().equals(id));
        if (opened == null) {
            throw new NotFound("registration");
        }
        Fact<CandidacyEvent> live = null;
        Reason ended = null;
        boolean begun = false;
        for (Fact<CandidacyEvent> fact : candidacy.all(CandidacyEvent.class)) {
            if (!fact.event().registrationId().equals(id)) {
                continue;
            }
            switch (fact.event()) {
                case SittingEvent.AppointmentMade e -> live = fact;
                case SittingEvent.AppointmentMoved e -> live = fact;
                case SittingEvent.AppointmentWithdrawn e -> {
                    live = null;
                    begun = false;
                }
                case SittingEvent.ExamBegun e -> begun = true;
                case CandidacyEvent.RegistrationUsed e -> ended = used(e, attempts, fact);
                case CandidacyEvent.RegistrationWithdrawn e ->
                    ended = Reason.of(
                            TOPIC, "COD-3", "The company took the code back at " + e.withdrawnAt() + ".", fact);
                case CandidacyEvent.RegistrationRefunded e ->
                    ended = Reason.of(TOPIC, "REF-1", "Its order was refunded at " + e.refundedAt() + ".", fact);
                case CandidacyEvent.RegistrationExpired e ->
                    ended = Reason.of(
                            TOPIC, "ORD-4", "Its order's validity ended; it was noted at " + e.expiredAt() + ".", fact);
                case CandidacyEvent.RegistrationOpened e -> {}
                case SittingEvent.AttemptJudged e -> {}
            }
        }
        return new RegistrationState(opened, live, ended == null ? byTime(opened, live, begun, attempts, now) : ended);
    }

    private static Reason used(CandidacyEvent.RegistrationUsed e, Attempts attempts, Fact<CandidacyEvent> fact) {
        Attempt attempt = attempts.of(e.appointmentId());
        return Reason.of(
                TOPIC,
                "RES-3",
                "It is used up by appointment %s: result released, forfeited, or no-show.".formatted(e.appointmentId()),
                attempt == null ? null : attempt.fact(),
                fact);
    }

    /** What time alone decides holds before anybody has noted it. */
    private static @Nullable Reason byTime(
            Fact<CandidacyEvent.RegistrationOpened> opened,
            @Nullable Fact<CandidacyEvent> live,
            boolean begun,
            Attempts attempts,
            Instant now) {
        if (live == null) {
            Instant end = opened.event().validUntil();
            return now.isBefore(end)
                    ? null
                    : Reason.of(TOPIC, "ORD-4", "Its order's validity ended at " + end + ".", opened);
        }
        Attempt attempt = attempts.of(appointmentOf(live.event()));
        if (attempt != null && !attempt.isPending(now)) {
            return Reason.of(TOPIC, "RES-3", "It is used up: the result is released.", live, attempt.fact());
        }
        Instant until = showUpUntil(live.event());
        return !begun && now.isAfter(until)
                ? Reason.of(TOPIC, "APT-2", "It is used up: nobody showed up by " + until + ".", live)
                : null;
    }

    private static String appointmentOf(CandidacyEvent event) {
        return event instanceof SittingEvent.AppointmentMoved moved
                ? moved.appointmentId()
                : ((SittingEvent.AppointmentMade) event).appointmentId();
    }

    private static Instant showUpUntil(CandidacyEvent event) {
        return event instanceof SittingEvent.AppointmentMoved moved
                ? moved.showUpUntil()
                : ((SittingEvent.AppointmentMade) event).showUpUntil();
    }

    Instant validUntil() {
        return opened.event().validUntil();
    }

    Reason status() {
        return ended != null
                ? ended
                : Reason.of(
                        TOPIC,
                        "APT-5",
                        "It is open, since %s, until %s at the latest."
                                .formatted(opened.event().openedAt(), validUntil()),
                        opened);
    }
}
