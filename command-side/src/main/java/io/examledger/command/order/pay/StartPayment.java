package io.examledger.command.order.pay;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentPart;
import java.time.Instant;
import java.util.List;

/**
 * Notes what is about to be taken elsewhere. While it is under way, the same parts go on with it.
 *
 * @param paymentId for a new payment
 */
public record StartPayment(OrderId orderId, AccountId payer, List<PaymentPart> parts, String paymentId, Instant at) {
    public StartPayment {
        parts = List.copyOf(parts);
    }
}
