package io.examledger.command.order.expire;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import java.time.Instant;
import java.util.List;

/** A paid order ends with its validity (ORD-4). */
public final class OrderExpiry implements DeadlineRule {
    @Override
    public String kind() {
        return "order-expiry";
    }

    @Override
    public List<DeadlineChange> after(Object event) {
        return switch (event) {
            case OrderEvent.Purchased e -> List.of(new DeadlineChange.Set(e.orderId(), e.validUntil()));
            case OrderEndEvent.Expired e -> List.of(new DeadlineChange.Lift(e.orderId()));
            default -> List.of();
        };
    }

    @Override
    public Object command(String key, Instant now) {
        return new ExpireOrder(new OrderId(key), now);
    }
}
