package io.examledger.query.bills;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a bill (PLT-2).
 *
 * @param accountId of the buyer
 * @param discount what vouchers took off the list price
 * @param redeemCodes null for an individual order, which has none
 * @param refund the latest; null if none was asked for
 */
public record BillView(
        String orderId,
        String accountId,
        OrderKind kind,
        String subject,
        int quantity,
        Money unitPrice,
        Money discount,
        Money total,
        List<PaymentPart> paid,
        BillStatus status,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant validUntil,
        @Nullable Codes redeemCodes,
        @Nullable Refund refund) {
    /**
     * @param amount null until it is known which codes were refunded
     * @param parts of the amount, by payment method
     * @param settledAt null until everything went back
     */
    public record Refund(
            RefundStatus status,
            @Nullable Money amount,
            List<PaymentPart> parts,
            Instant requestedAt,
            @Nullable Instant settledAt) {
        public Refund {
            parts = List.copyOf(parts);
        }
    }

    /** COD-11a: issued = unused + used + refunded + expired, and used = bound + scheduled + completed. */
    public record Codes(
            int issued, int unused, int bound, int scheduled, int completed, int used, int refunded, int expired) {}
}
