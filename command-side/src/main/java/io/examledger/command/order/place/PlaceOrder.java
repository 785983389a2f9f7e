package io.examledger.command.order.place;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Orders places for one subject.
 *
 * @param quantity number of codes; 1 for an individual order
 * @param terms version of the accepted terms of service (ORD-1); null if they were not accepted
 * @param voucher keyed digest of the voucher's code string; null without one
 */
public record PlaceOrder(
        OrderId orderId,
        AccountId buyer,
        OrderKind kind,
        SubjectCode subject,
        int quantity,
        @Nullable String terms,
        @Nullable String voucher,
        Instant at) {
    /** As many codes as one order can hold: their numbers have seven digits. */
    public static final int MAX_QUANTITY = 1_000_000;

    public PlaceOrder {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("an order is for 1 to " + MAX_QUANTITY + " places");
        }
    }
}
