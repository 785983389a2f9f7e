package io.examledger.query.audit.explanation;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a code is, and by which event.
 *
 * @param endedByTime the order's validity is over and the code's events do not say so yet
 * @param frozenBy null unless a refund is under way
 * @param regeneratedBy what brought its present code string; null if it has its first one
 */
record CodeState(
        RedeemCodeStatus status,
        String rule,
        String why,
        Fact<RedeemCodeEvent> decidedBy,
        boolean endedByTime,
        @Nullable Fact<RedeemCodeEvent.Frozen> frozenBy,
        @Nullable Fact<RedeemCodeEvent.Regenerated> regeneratedBy) {
    private record Standing(RedeemCodeStatus status, String rule, String why) {}

    static CodeState of(History code, Instant now) {
        Fact<RedeemCodeEvent> decided = code.all(RedeemCodeEvent.class).reversed().stream()
                .filter(fact -> standing(fact.event()) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a code that was never issued"));
        Standing standing = Objects.requireNonNull(standing(decided.event()));
        boolean open = standing.status == RedeemCodeStatus.UNUSED || standing.status == RedeemCodeStatus.BOUND;
        Instant end = code.all(RedeemCodeEvent.Issued.class).getFirst().event().validUntil();
        boolean over = open && !now.isBefore(end);
        return new CodeState(
                over ? RedeemCodeStatus.EXPIRED : standing.status,
                standing.rule,
                standing.why,
                decided,
                over,
                frozen(code, decided),
                code.last(RedeemCodeEvent.Regenerated.class));
    }

    private static @Nullable Fact<RedeemCodeEvent.Frozen> frozen(History code, Fact<RedeemCodeEvent> decided) {
        Fact<RedeemCodeEvent.Frozen> frozen = code.last(RedeemCodeEvent.Frozen.class);
        Fact<RedeemCodeEvent.Released> released = code.last(RedeemCodeEvent.Released.class);
        boolean still = frozen != null && isAfter(frozen, decided) && (released == null || isAfter(frozen, released));
        return still ? frozen : null;
    }

    private static boolean isAfter(Fact<?> one, Fact<?> other) {
        return one.evidence().position() > other.evidence().position();
    }

    /** Null if the event changes no status. */
    private static @Nullable Standing standing(RedeemCodeEvent event) {
        return switch (event) {
            case RedeemCodeEvent.Issued e ->
                new Standing(RedeemCodeStatus.UNUSED, "COD-1", "issued for its paid order, and nobody has used it");
            case RedeemCodeEvent.Bound e ->
                new Standing(
                        RedeemCodeStatus.BOUND,
                        "COD-2",
                        "account " + e.holder() + " registered with it at " + e.boundAt());
            case RedeemCodeEvent.Unbound e ->
                new Standing(RedeemCodeStatus.UNUSED, "COD-3", "the company took it back at " + e.unboundAt());
            case RedeemCodeEvent.Regenerated e -> null;
            case RedeemCodeEvent.Frozen e -> null;
            case RedeemCodeEvent.Released e -> null;
            case RedeemCodeEvent.OutlivedOrder e -> null;
            case RedeemCodeEvent.Refunded e ->
                new Standing(RedeemCodeStatus.REFUNDED, "COD-8", "refunded with its order at " + e.refundedAt());
            case RedeemCodeEvent.Expired e ->
                new Standing(
                        RedeemCodeStatus.EXPIRED, "COD-9", "the order's validity ended while the code was " + e.from());
            case RedeemCodeEvent.Scheduled e ->
                new Standing(
                        RedeemCodeStatus.SCHEDULED, "COD-5", "appointment " + e.appointmentId() + " was made on it");
            case RedeemCodeEvent.Unscheduled e ->
                new Standing(
                        e.status(),
                        "COD-6",
                        "appointment " + e.appointmentId() + " was given up"
                                + (e.status() == RedeemCodeStatus.EXPIRED
                                        ? ", and the order's validity was over"
                                        : ""));
            case RedeemCodeEvent.Completed e ->
                new Standing(
                        RedeemCodeStatus.COMPLETED,
                        "COD-7",
                        "appointment " + e.appointmentId() + " is over: result released, forfeited, or no-show");
        };
    }
}
