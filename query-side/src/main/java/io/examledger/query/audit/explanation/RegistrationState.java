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
 * @param live what last said until when its live appointment can be sat; null if it has none
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
                case SittingEvent.SessionLaunched e -> live = fact;
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
                case CandidacyEvent.RegistrationOutlivedOrder e -> {}
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
        LastChance chance = LastChance.of(live.event());
        Attempt attempt = attempts.of(chance.appointment);
        if (attempt != null && !attempt.isPending(now)) {
            return Reason.of(TOPIC, "RES-3", "It is used up: the result is released.", live, attempt.fact());
        }
        return !begun && now.isAfter(chance.until)
                ? Reason.of(TOPIC, chance.rule, "It is used up: nobody sat by " + chance.until + ".", live)
                : null;
    }

    /** Until when an appointment can be sat: by showing up, or after the launch by showing who one is. */
    private record LastChance(String appointment, Instant until, String rule) {
        static LastChance of(CandidacyEvent event) {
            return switch (event) {
                case SittingEvent.AppointmentMade e -> new LastChance(e.appointmentId(), e.showUpUntil(), "APT-2");
                case SittingEvent.AppointmentMoved e -> new LastChance(e.appointmentId(), e.showUpUntil(), "APT-2");
                case SittingEvent.SessionLaunched e -> new LastChance(e.appointmentId(), e.admitUntil(), "APT-3");
                default -> throw new IllegalArgumentException("makes nothing of an appointment: " + event);
            };
        }
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
