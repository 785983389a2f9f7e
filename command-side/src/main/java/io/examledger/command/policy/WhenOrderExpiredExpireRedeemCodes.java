package io.examledger.command.policy;

import io.examledger.command.Commands.Done;
import io.examledger.command.PolicyCommands;
import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * The codes of an expired order expire, chunk after chunk (ORD-4, COD-9). As in issuing, the order's own stream is the
 * progress: each chunk is committed with the event that leads to the next. Nothing depends on how soon that happens, for
 * every command looks at the validity itself.
 */
public class WhenOrderExpiredExpireRedeemCodes implements Policy {
    /** Codes that expire in one transaction. */
    static final int CHUNK = 500;

    private final PolicyCommands commands;
    private final Clock clock;

    public WhenOrderExpiredExpireRedeemCodes(PolicyCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof OrderEvent event ? Optional.of(event.orderId()) : Optional.empty();
    }

    @EventHandler
    void on(OrderEndEvent.Expired event, EventMessage<?> cause) {
        if (event.kind() == OrderKind.ENTERPRISE) {
            expire(event.orderId(), 1, event.quantity(), cause);
        }
    }

    @EventHandler
    void on(OrderEndEvent.RedeemCodesExpired event, EventMessage<?> cause) {
        if (event.to() < event.quantity()) {
            expire(event.orderId(), event.to() + 1, event.quantity(), cause);
        }
    }

    private void expire(String order, int from, int quantity, EventMessage<?> cause) {
        int to = Math.min(from + CHUNK - 1, quantity);
        commands.send(new ExpireRedeemCodes(new OrderId(order), from, to, clock.instant()), Done.class, cause);
    }
}
