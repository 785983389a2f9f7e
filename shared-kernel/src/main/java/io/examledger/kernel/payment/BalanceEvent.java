package io.examledger.kernel.payment;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentMethod;
import java.time.Instant;

/** What happens to an account's balance with one payment method, in one currency. */
public sealed interface BalanceEvent {
    String balanceId();

    /** Whose balance it is. */
    String account();

    PaymentMethod method();

    /**
     * The balance is used for the first time.
     *
     * @param amount that it begins with
     * @param policyVersion version of the policy that decided the amount
     */
    @EventType(value = "balance.opened", rules = "ORD-2")
    record Opened(
            String balanceId, String account, PaymentMethod method, Money amount, int policyVersion, Instant openedAt)
            implements BalanceEvent {}

    /** A part of an order's payment was taken; stored together with the purchase. */
    @EventType(value = "balance.debited", rules = "ORD-2")
    record Debited(
            String balanceId, String account, PaymentMethod method, String orderId, Money amount, Instant debitedAt)
            implements BalanceEvent {}

    /** A part of an order's payment came back; stored together with the part of the refund. */
    @EventType(value = "balance.credited", rules = "REF-3")
    record Credited(
            String balanceId,
            String account,
            PaymentMethod method,
            String orderId,
            String refundId,
            Money amount,
            Instant creditedAt)
            implements BalanceEvent {}
}
