package io.examledger.command.payment;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * Money of a part of an order's payment that is to go back.
 *
 * @param part method and amount of what goes back, which may be less than what was taken
 * @param captured reference of the capture; null if the money was kept here
 * @param key the same for the same part of the same refund
 */
public record Return(
        OrderId orderId,
        AccountId payer,
        RefundId refundId,
        PaymentPart part,
        @Nullable String captured,
        String key) {}
