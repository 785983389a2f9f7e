package io.examledger.command.policy;

import io.examledger.command.Commands.Done;
import io.examledger.command.PolicyCommands;
import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * A paid enterprise order gets its codes, chunk after chunk (ORD-7). The order's own stream is the progress: each chunk
 * is committed with the event that leads to the next, so a crash anywhere goes on where it stopped, and a repeated event
 * finds its chunk issued.
 */
public class WhenOrderPurchasedIssueRedeemCodes implements Policy {
    /** Codes issued by one transaction. */
    static final int CHUNK = 1_000;

    private final PolicyCommands commands;
    private final CodeStringVault vault;
    private final Clock clock;

    public WhenOrderPurchasedIssueRedeemCodes(PolicyCommands commands, CodeStringVault vault, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof OrderEvent event ? Optional.of(event.orderId()) : Optional.empty();
    }

    @EventHandler
    void on(OrderEvent.Purchased event, EventMessage<?> cause) {
        if (event.kind() == OrderKind.ENTERPRISE) {
            issue(new OrderId(event.orderId()), 1, event.quantity(), cause);
        }
    }

    @EventHandler
    void on(OrderEvent.RedeemCodesIssued event, EventMessage<?> cause) {
        if (event.to() < event.quantity()) {
            issue(new OrderId(event.orderId()), event.to() + 1, event.quantity(), cause);
        }
    }

    private void issue(OrderId order, int from, int quantity, EventMessage<?> cause) {
        int to = Math.min(from + CHUNK - 1, quantity);
        List<NewCodeString> codes = IntStream.rangeClosed(from, to)
                .mapToObj(number -> NewCodeString.of(vault.generate(), RedeemCodeId.of(order, number), vault))
                .toList();
        commands.send(new IssueRedeemCodes(order, from, codes, clock.instant()), Done.class, cause);
    }
}
