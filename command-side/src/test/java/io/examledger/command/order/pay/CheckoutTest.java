package io.examledger.command.order.pay;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Refused;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.payment.PaymentProvider.Capture;
import io.examledger.command.payment.PaymentProviderUnavailable;
import io.examledger.command.testing.CommandSide;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckoutTest {
    private static final PaymentPart BALANCE = new PaymentPart(PaymentMethod.BALANCE, usd(20_000));
    private static final PaymentPart PAYPAL = new PaymentPart(PaymentMethod.PAYPAL, usd(10_000));

    private final CommandContext context = new CommandContext(
            new Caller(COMPANY.value(), Optional.of(COMPANY), Set.of(Role.ENTERPRISE)), "request", null);
    private PaymentsElsewhere elsewhere = new PaymentsElsewhere(new CommandSide().payments());
    private CommandSide commandSide = new CommandSide();
    private Checkout checkout = checkout();

    @BeforeEach
    void givenAnOrderOf30000() {
        commandSide = new CommandSide(embedded -> elsewhere = new PaymentsElsewhere(embedded));
        commandSide.given(List.of(placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2)));
        checkout = checkout();
    }

    private Checkout checkout() {
        return new Checkout(new Direct(), elsewhere, () -> "payment", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Sends to the command side of the test. */
    private final class Direct implements Commands {
        @Override
        public <R> Outcome<R> send(Object command, Class<R> answer, CommandContext sent) {
            return new Outcome<>(answer.cast(commandSide.send(command)), 1, false);
        }

        @Override
        public <R> Optional<Outcome<R>> replay(Class<R> answer, CommandContext sent) {
            return Optional.empty();
        }
    }

    @Test
    @DisplayName("ORD-2 money that is kept elsewhere is taken before, and the balance with the purchase")
    void a_payment_in_parts() {
        assertThat(pay(BALANCE, PAYPAL).status()).isEqualTo("PAID");
        assertThat(elsewhere.taken).containsExactly(java.util.Map.entry("payment-2", 10_000L));
        assertThat(commandSide.log())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Placed", "PaymentStarted", "PaymentCaptured", "Purchased", "Opened", "Debited");
    }

    @Test
    @DisplayName("ORD-7 a time-out after success takes the money once: the repeat has the same key")
    void an_answer_that_was_lost() {
        elsewhere.answerIsLost = true;
        assertThatThrownBy(() -> pay(BALANCE, PAYPAL)).isInstanceOf(PaymentProviderUnavailable.class);
        assertThat(pay(BALANCE, PAYPAL).status()).isEqualTo("PAID");
        assertThat(elsewhere.taken).hasSize(1);
        assertThat(happened(OrderEvent.PaymentStarted.class)).hasSize(1);
    }

    @Test
    @DisplayName("ORD-2 if one part is declined, what was taken goes back and nothing is paid")
    void a_declined_part() {
        elsewhere.answerIsLost = true;
        assertThatThrownBy(() -> pay(PAYPAL, card(20_000))).isInstanceOf(PaymentProviderUnavailable.class);
        commandSide.send(new RecordCapture(ORDER, "payment", 1, "first", NOW));
        elsewhere.next = new Capture.Declined("No.");
        assertThatThrownBy(() -> pay(PAYPAL, card(20_000)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("payment.declined"));
        assertThat(elsewhere.givenBack).containsExactly("first");
        assertThat(happened(OrderEvent.PaymentFailed.class)).hasSize(1);
        assertThat(happened(OrderEvent.Purchased.class)).isEmpty();

        elsewhere.next = new Capture.Captured("");
        assertThat(pay(BALANCE, PAYPAL).status()).isEqualTo("PAID");
    }

    @Test
    @DisplayName("ORD-2 what a balance refuses is not paid elsewhere either")
    void a_balance_that_is_too_low() {
        commandSide.given(List.of(new BalanceEvent.Opened(
                COMPANY + ":BALANCE:USD", COMPANY.value(), PaymentMethod.BALANCE, usd(19_999), 1, NOW)));
        assertThatThrownBy(() -> pay(BALANCE, PAYPAL))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("balance.insufficient"));
        assertThat(elsewhere.givenBack).containsExactly("capture of payment-2");
    }

    @Test
    @DisplayName("ORD-2 a payment that waits for the payer goes on when the provider says so, once")
    void a_payment_that_needs_approval() {
        elsewhere.next = new Capture.NeedsApproval("https://example.com/approve");
        assertThatThrownBy(() -> pay(BALANCE, PAYPAL))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().detail()).contains("https://example.com/approve"));
        checkout.resume(ORDER, context);
        assertThat(happened(OrderEvent.Purchased.class)).isEmpty();
        elsewhere.next = new Capture.Captured("");
        checkout.resume(ORDER, context);
        checkout.resume(ORDER, context);
        assertThat(happened(OrderEvent.Purchased.class)).hasSize(1);
        assertThat(elsewhere.taken).hasSize(1);
    }

    @Test
    @DisplayName("ORD-7 while a payment is under way there is no other one")
    void another_payment_is_refused() {
        elsewhere.next = new Capture.NeedsApproval(null);
        assertThatThrownBy(() -> pay(BALANCE, PAYPAL)).isInstanceOf(Refused.class);
        for (PaymentPart[] other : List.of(
                new PaymentPart[] {card(30_000)},
                new PaymentPart[] {new PaymentPart(PaymentMethod.BALANCE, usd(30_000))})) {
            assertThatThrownBy(() -> pay(other))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo("order.payment-pending"));
        }
    }

    private OrderPaid pay(PaymentPart... parts) {
        return checkout.pay(new PayOrder(ORDER, COMPANY, List.of(parts), "registration", NOW), context)
                .answer();
    }

    private <E> List<E> happened(Class<E> type) {
        return commandSide.log().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
