package io.examledger.command.order.pay;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentPart;
import java.time.Instant;
import java.util.List;

/**
 * Pays an order in full.
 *
 * @param registrationId for the registration that an individual order opens
 * @param paymentId the payment whose money was taken elsewhere; empty if all is kept here
 */
public record PayOrder(
        OrderId orderId,
        AccountId payer,
        List<PaymentPart> parts,
        String registrationId,
        String paymentId,
        Instant at) {
    /** With money that is kept here. */
    public PayOrder(OrderId orderId, AccountId payer, List<PaymentPart> parts, String registrationId, Instant at) {
        this(orderId, payer, parts, registrationId, "", at);
    }

    public PayOrder {
        parts = List.copyOf(parts);
    }
}
