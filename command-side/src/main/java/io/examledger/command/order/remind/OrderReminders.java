package io.examledger.command.order.remind;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Each threshold of a paid order is a deadline of its own, so that one that is missed does not hold up the next (ORD-5). */
public final class OrderReminders implements DeadlineRule {
    private static final char BEHIND_ORDER = '/';

    private final ReminderPolicy policy;
    private final UnusedCodes codes;

    public OrderReminders(ReminderPolicy policy, UnusedCodes codes) {
        this.policy = policy;
        this.codes = codes;
    }

    @Override
    public String kind() {
        return "order-reminder";
    }

    @Override
    public List<DeadlineChange> after(Object event) {
        return switch (event) {
            case OrderEvent.Purchased e ->
                each(days -> new DeadlineChange.Set(key(e.orderId(), days), policy.reachedAt(days, e.validUntil())));
            case OrderEndEvent.Expired e -> each(days -> new DeadlineChange.Lift(key(e.orderId(), days)));
            default -> List.of();
        };
    }

    private List<DeadlineChange> each(Function<Integer, DeadlineChange> change) {
        return policy.days().stream().map(change).toList();
    }

    private static String key(String order, int days) {
        return order + BEHIND_ORDER + days;
    }

    @Override
    public Object command(String key, Instant now) {
        int end = key.lastIndexOf(BEHIND_ORDER);
        OrderId order = new OrderId(key.substring(0, end));
        return new RemindBuyer(order, Integer.parseInt(key.substring(end + 1)), codes.of(order), now);
    }
}
