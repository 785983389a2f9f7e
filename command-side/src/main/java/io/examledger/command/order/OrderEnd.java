package io.examledger.command.order;

import static java.util.Comparator.reverseOrder;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.order.remind.ReminderPolicy;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of an order that knows how its validity ends: reminders before (ORD-5), then the order, then its codes (ORD-4). */
public class OrderEnd {
    /** Null until the order is paid: before, it has no end. */
    private OrderEvent.@Nullable Purchased paid;

    private final Set<Integer> dealtWith = new HashSet<>();
    private int issued;
    private boolean expired;
    private int codesDone;

    OrderEnd() {}

    /**
     * Ends the order once its validity is over (ORD-4).
     *
     * @return false if it is valid, was never paid, or has ended before
     * @throws IllegalStateException while its codes are still being issued: they are to end with it
     */
    public boolean expire(Instant at) {
        if (paid == null || at.isBefore(paid.validUntil()) || expired) {
            return false;
        }
        if (paid.kind() == OrderKind.ENTERPRISE && issued < paid.quantity()) {
            throw new IllegalStateException("order %s has %d codes only".formatted(paid.orderId(), issued));
        }
        apply(new OrderEndEvent.Expired(
                paid.orderId(), paid.buyer(), paid.kind(), paid.subject(), paid.quantity(), paid.validUntil(), at));
        return true;
    }

    /**
     * Marks a chunk of codes as expired; the codes themselves expire in the same transaction (COD-9).
     *
     * @param from number of the chunk's first code, counted from 1
     * @return false if the chunk has been dealt with before
     * @throws IllegalStateException if the order has not expired or has no such codes, or others come first
     */
    public boolean expireChunk(int from, int to, Instant at) {
        if (paid == null || !expired || from > to || to > issued || from > codesDone + 1) {
            throw new IllegalStateException("no codes %d to %d to end".formatted(from, to));
        }
        if (from <= codesDone) {
            return false;
        }
        apply(new OrderEndEvent.RedeemCodesExpired(paid.orderId(), paid.buyer(), from, to, paid.quantity(), at));
        return true;
    }

    /**
     * Reminds the buyer of the nearest threshold that has been reached (ORD-5). Each is dealt with once: those before it
     * are skipped, and all are where nothing is left to lose or the validity is over.
     *
     * @param threshold the one whose deadline has come, in days
     */
    public void remind(int threshold, boolean somethingToLose, ReminderPolicy policy, Instant at) {
        if (paid == null || expired) {
            return;
        }
        List<Integer> reached = policy.reached(threshold, paid.validUntil(), at)
                .filter(days -> !dealtWith.contains(days))
                .sorted(reverseOrder())
                .toList();
        if (reached.isEmpty()) {
            return;
        }
        if (somethingToLose && at.isBefore(paid.validUntil())) {
            apply(reminder(paid, reached, policy, at));
        } else {
            apply(new OrderEndEvent.RemindersSkipped(
                    paid.orderId(), paid.buyer(), reached, paid.validUntil(), at, policy.version()));
        }
    }

    private static OrderEndEvent.ReminderDue reminder(
            OrderEvent.Purchased paid, List<Integer> reached, ReminderPolicy policy, Instant at) {
        return new OrderEndEvent.ReminderDue(
                paid.orderId(),
                paid.buyer(),
                paid.kind(),
                paid.subject(),
                paid.quantity(),
                reached.getLast(),
                reached.subList(0, reached.size() - 1),
                paid.validUntil(),
                at,
                policy.version());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Purchased event) {
        paid = event;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.RedeemCodesIssued event) {
        issued = event.to();
    }

    @EventSourcingHandler
    void evolve(OrderEndEvent.Expired event) {
        expired = true;
    }

    @EventSourcingHandler
    void evolve(OrderEndEvent.RedeemCodesExpired event) {
        codesDone = event.to();
    }

    @EventSourcingHandler
    void evolve(OrderEndEvent.ReminderDue event) {
        dealtWith.add(event.threshold());
        dealtWith.addAll(event.skipped());
    }

    @EventSourcingHandler
    void evolve(OrderEndEvent.RemindersSkipped event) {
        dealtWith.addAll(event.thresholds());
    }
}
