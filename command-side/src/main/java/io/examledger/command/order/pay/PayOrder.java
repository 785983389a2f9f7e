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
 */
public record PayOrder(OrderId orderId, AccountId payer, List<PaymentPart> parts, String registrationId, Instant at) {
    public PayOrder {
        parts = List.copyOf(parts);
    }
}
