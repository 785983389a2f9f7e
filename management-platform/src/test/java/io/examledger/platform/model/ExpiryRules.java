package io.examledger.platform.model;

import io.examledger.command.order.expire.ExpireOrder;
import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.command.order.remind.RemindBuyer;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Refund;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ORD-4 and ORD-5: what the clock sends. */
final class ExpiryRules {
    private static final List<Integer> DAYS = List.of(90, 60, 30, 15);
    private final World world;

    ExpiryRules(World world) {
        this.world = world;
    }

    Verdict expire(ExpireOrder c) {
        Order order = world.orders.get(c.orderId().value());
        if (order == null) {
            return new Verdict().unless(false, "not-found");
        }
        if (order.paid == null || order.isValid(c.at()) || order.expired) {
            return new Verdict();
        }
        boolean issued = !order.isEnterprise() || order.codes.size() == order.quantity;
        return new Verdict()
                .unless(issued && !isFreezing(order.pending), Verdict.POSTPONED)
                .then(() -> {
                    order.expired = true;
                    if (order.registration != null && holdsUnscheduled(order.registration)) {
                        order.registration.state = RegistrationState.EXPIRED;
                    }
                });
    }

    private static boolean isFreezing(@Nullable Refund refund) {
        return refund != null && !refund.rejected && !refund.looked && !refund.asked.isEmpty();
    }

    private static boolean holdsUnscheduled(@Nullable Registration registration) {
        return registration != null && registration.state == RegistrationState.OPEN && registration.live == null;
    }

    Verdict expireCodes(ExpireRedeemCodes c) {
        Order order = World.known(world.orders, c.orderId().value());
        return new Verdict().then(() -> {
            order.codesExpired = true;
            order.codes.forEach(CodeRules::expire);
        });
    }

    /** Each threshold once; none where nothing is left to lose. */
    Verdict remind(RemindBuyer c) {
        Order order = world.orders.get(c.orderId().value());
        if (order == null) {
            return new Verdict().unless(false, "not-found");
        }
        return new Verdict().then(() -> {
            List<Integer> reached = reached(order, c)
                    .filter(days -> !order.reminded.contains(days))
                    .toList();
            if (order.paid != null && !order.expired && !reached.isEmpty()) {
                order.reminded.addAll(reached);
                boolean due = hasSomethingToLose(order) && order.isValid(c.at());
                order.lastReminder = due ? "due " + reached.getLast() : "skipped";
            }
        });
    }

    private static Stream<Integer> reached(Order order, RemindBuyer c) {
        return DAYS.stream()
                .filter(days ->
                        days >= c.threshold() || !c.at().isBefore(order.validUntil.minus(Duration.ofDays(days))));
    }

    private static boolean hasSomethingToLose(Order order) {
        return order.isEnterprise()
                ? order.codes.stream().anyMatch(code -> code.status == RedeemCodeStatus.UNUSED)
                : holdsUnscheduled(order.registration);
    }
}
