package io.examledger.benchmarks.commands;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events as the system's own commands would have made them, for a population that is there before the measuring. */
final class History {
    /** As many codes as the issuing policy makes in one chunk. */
    static final int ORDER_SIZE = 1_000;

    static final String SUBJECT = "PR000001";
    private static final Money PRICE = new Money(10_000, "USD");

    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Instant validUntil = at.plus(Duration.ofDays(365));
    private final String owner = newId();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();

    static String newId() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }

    Instant at() {
        return at;
    }

    List<DomainEventMessage<?>> events() {
        return events;
    }

    private void add(String type, String id, long sequence, Object event) {
        events.add(new GenericDomainEventMessage<>(
                type, id, sequence, event, Map.of("actor", owner, "correlationId", id, "causationId", id)));
    }

    /** An order that is placed and paid. */
    void paidOrder(OrderId order) {
        Money total = PRICE.times(ORDER_SIZE);
        add(
                "Order",
                order.value(),
                0,
                new OrderEvent.Placed(
                        order.value(), owner, OrderKind.ENTERPRISE, SUBJECT, ORDER_SIZE, PRICE, total, "1", at));
        add(
                "Order",
                order.value(),
                1,
                new OrderEvent.Purchased(
                        order.value(),
                        owner,
                        OrderKind.ENTERPRISE,
                        SUBJECT,
                        ORDER_SIZE,
                        List.of(new PaymentPart(PaymentMethod.BALANCE, total)),
                        at,
                        validUntil,
                        1));
    }

    /** The codes of an order, all at once. */
    void issued(OrderId order, List<String> digests) {
        add(
                "Order",
                order.value(),
                2,
                new OrderEvent.RedeemCodesIssued(order.value(), owner, 1, ORDER_SIZE, ORDER_SIZE, at));
        for (int i = 0; i < ORDER_SIZE; i++) {
            String id = RedeemCodeId.of(order, i + 1).value();
            add(
                    "RedeemCode",
                    id,
                    0,
                    new RedeemCodeEvent.Issued(
                            id, order.value(), owner, SUBJECT, digests.get(i), RandomText.sealed(), validUntil, at));
        }
    }

    /** A person who may bind codes. */
    AccountId examinee() {
        AccountId id = new AccountId(newId());
        add(
                "Account",
                id.value(),
                0,
                new AccountEvent.Registered(
                        id.value(), AccountKind.ROOT, null, RandomText.sealed(), RandomText.sealed(), null, at));
        add("Account", id.value(), 1, new AccountEvent.Verified(id.value(), Verification.INDIVIDUAL, at));
        return id;
    }
}
