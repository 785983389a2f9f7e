package io.examledger.query.audit.explanation;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an order can be refunded now, and why not (REF-1, REF-2, REF-4). */
final class OrderEligibility {
    private static final String TOPIC = "can-be-refunded";

    private OrderEligibility() {}

    /** @param around the first events that concern the order: all of an individual one */
    static Reason refund(History order, History around, Fact<OrderEvent.Placed> placed, Instant now) {
        Fact<OrderEvent.Purchased> paid = order.last(OrderEvent.Purchased.class);
        if (paid == null) {
            return Reason.of(TOPIC, "REF-2", "No: nothing has been paid.", placed);
        }
        Fact<OrderEvent.Refunded> refunded = order.last(OrderEvent.Refunded.class);
        if (refunded != null) {
            return Reason.of(TOPIC, "REF-2", "No: the order's one refund is done.", refunded);
        }
        Instant end = paid.event().validUntil();
        if (!now.isBefore(end)) {
            return Reason.of(
                    TOPIC,
                    "ORD-4",
                    "No: the order's validity ended at " + end + ".",
                    paid,
                    order.last(OrderEndEvent.Expired.class));
        }
        Fact<OrderEvent.RefundRequested> asked = order.last(OrderEvent.RefundRequested.class);
        Fact<OrderEvent.RefundDropped> dropped = order.last(OrderEvent.RefundDropped.class);
        if (asked != null && !endedBy(asked, dropped)) {
            return Reason.of(TOPIC, "REF-2", "Not again: a refund is under way.", asked);
        }
        return ExplainOrder.isIndividual(placed) ? ofPlace(around, paid, end) : ofCodes(paid, dropped, end);
    }

    private static boolean endedBy(
            Fact<OrderEvent.RefundRequested> asked, @Nullable Fact<OrderEvent.RefundDropped> dropped) {
        return dropped != null
                && dropped.evidence().position() > asked.evidence().position();
    }

    private static Reason ofPlace(History around, Fact<OrderEvent.Purchased> paid, Instant end) {
        Fact<AppointmentEvent.Scheduled> first = around.all(AppointmentEvent.Scheduled.class).stream()
                .findFirst()
                .orElse(null);
        return first == null
                ? Reason.of(TOPIC, "REF-1", "Yes, until the first appointment is made, and before " + end + ".", paid)
                : Reason.of(
                        TOPIC,
                        "REF-1",
                        "No: the first appointment, made at %s, ended the refund window, cancelled or not."
                                .formatted(first.event().scheduledAt()),
                        first);
    }

    private static Reason ofCodes(
            Fact<OrderEvent.Purchased> paid, @Nullable Fact<OrderEvent.RefundDropped> dropped, Instant end) {
        String before = dropped == null ? "" : " The refund before came to nothing and does not count.";
        return Reason.of(
                TOPIC,
                dropped == null ? "REF-2" : "REF-4",
                "Yes, once, those codes that are UNUSED by then, before " + end + "; bound ones are taken back first."
                        + before,
                paid,
                dropped);
    }
}
