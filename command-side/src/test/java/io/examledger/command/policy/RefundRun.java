package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.refund.RefundPolicy;
import io.examledger.command.order.refund.RequestRefund;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.testing.CommandSide;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** A company's paid order, its refund, and the policy that carries it out. */
final class RefundRun {
    static final String REFUND = "refund";
    static final PaymentPart BALANCE_PART = new PaymentPart(PaymentMethod.BALANCE, usd(100_00));

    final CommandSide commandSide;
    final InterruptibleCommands commands;
    private final RestartedPolicy policy;

    RefundRun() {
        this(RefundPolicy.CURRENT);
    }

    RefundRun(RefundPolicy refunds) {
        commandSide = new CommandSide(refunds);
        commands = new InterruptibleCommands(commandSide);
        policy = policy(commandSide.payments());
    }

    private RestartedPolicy policy(PaymentProvider payments) {
        return new RestartedPolicy(
                commandSide, new WhenRefundRequestedReturnMoney(commands, payments, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    /** Paid with 100.00 of balance and the rest by card; the first codes are bound. */
    void givenOrder(int quantity, int bound) {
        Money total = PRICE.times(quantity);
        commandSide.given(List.of(new OrderEvent.Placed(
                ORDER.value(),
                COMPANY.value(),
                OrderKind.ENTERPRISE,
                SUBJECT.value(),
                quantity,
                PRICE,
                total,
                "2026-01",
                LONG_AGO)));
        PaymentPart card = new PaymentPart(PaymentMethod.CARD, total.minus(BALANCE_PART.amount()));
        commandSide.send(new PayOrder(ORDER, COMPANY, List.of(BALANCE_PART, card), "registration", PAID_AT));
        List<Object> codes = new ArrayList<>();
        for (int number = 1; number <= quantity; number++) {
            codes.add(issued(RedeemCodeId.of(ORDER, number), number));
        }
        codes.add(codesIssued(ORDER, 1, quantity, quantity));
        for (int number = 1; number <= bound; number++) {
            codes.add(bound(RedeemCodeId.of(ORDER, number), new AccountId("person-" + number), "r-" + number, PAID_AT));
        }
        commandSide.given(codes);
    }

    void request(String refund) {
        commandSide.send(new RequestRefund(new RefundId(refund), ORDER, COMPANY, List.of(), NOW));
    }

    /** Someone takes a code meanwhile. */
    void bind(int number) {
        commandSide.given(List.of(bound(RedeemCodeId.of(ORDER, number), new AccountId("late"), "late-" + number, NOW)));
    }

    void run() throws Exception {
        policy.run();
    }

    void handle(EventMessage<?> message) throws Exception {
        policy.handle(message);
    }

    <E> List<E> happened(Class<E> type) {
        return commandSide.log().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What the account has less than in the beginning. */
    long spent() {
        long debited = happened(BalanceEvent.Debited.class).stream()
                .mapToLong(event -> event.amount().amount())
                .sum();
        long credited = happened(BalanceEvent.Credited.class).stream()
                .mapToLong(event -> event.amount().amount())
                .sum();
        return debited - credited;
    }

    void assertRefunded(int places, int quantity) {
        assertThat(happened(RedeemCodeEvent.Refunded.class))
                .extracting(RedeemCodeEvent::redeemCodeId)
                .hasSize(places)
                .doesNotHaveDuplicates();
        Money amount = PRICE.times(places);
        assertThat(happened(RefundEvent.Settled.class))
                .containsExactly(new RefundEvent.Settled(REFUND, ORDER.value(), COMPANY.value(), places, amount, NOW));
        assertThat(happened(OrderEvent.Refunded.class))
                .containsExactly(
                        new OrderEvent.Refunded(ORDER.value(), COMPANY.value(), REFUND, places, quantity, amount, NOW));
        assertThat(spent()).isEqualTo(PRICE.times(quantity - places).amount());
    }
}
