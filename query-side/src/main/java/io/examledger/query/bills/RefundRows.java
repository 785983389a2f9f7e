package io.examledger.query.bills;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.query.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What events of refunds change on bills, in their order. What an event does not know stays as it is. */
final class RefundRows {
    private final List<MapSqlParameterSource> changes = new ArrayList<>();
    private final List<MapSqlParameterSource> parts = new ArrayList<>();

    List<MapSqlParameterSource> changes() {
        return changes;
    }

    List<MapSqlParameterSource> parts() {
        return parts;
    }

    void fold(RefundEvent event, long position) {
        String order = event.orderId();
        switch (event) {
            case RefundEvent.Requested e -> {
                RefundStatus status = e.heldFor() == null ? RefundStatus.PENDING : RefundStatus.HELD;
                change(order, null, status, null, e.requestedAt(), null);
            }
            case RefundEvent.Approved e -> change(order, null, RefundStatus.PENDING, null, null, null);
            case RefundEvent.Rejected e -> change(order, null, RefundStatus.REJECTED, null, null, null);
            case RefundEvent.Calculated e -> {
                change(order, null, null, e.amount(), null, null);
                addParts(order, e.parts(), position);
            }
            case RefundEvent.Settled e -> change(order, null, RefundStatus.SETTLED, null, null, e.settledAt());
            case RefundEvent.CodesFrozen e -> {}
            case RefundEvent.CodesReleased e -> {}
            case RefundEvent.CodesRefunded e -> {}
            case RefundEvent.PartReturned e -> {}
            // The order's own event says why.
            case RefundEvent.Dropped e -> {}
        }
    }

    void fold(OrderEvent.RefundDropped event) {
        RefundStatus status = event.rejected() ? RefundStatus.REJECTED : RefundStatus.NOTHING_REFUNDED;
        change(event.orderId(), null, status, null, null, null);
    }

    void fold(OrderEvent.Refunded event) {
        boolean whole = event.places() == event.quantity();
        BillStatus status = whole ? BillStatus.REFUNDED : BillStatus.PARTIALLY_REFUNDED;
        change(event.orderId(), status, null, null, null, null);
    }

    private void change(
            String order,
            @Nullable BillStatus bill,
            @Nullable RefundStatus refund,
            @Nullable Money amount,
            @Nullable Instant requestedAt,
            @Nullable Instant settledAt) {
        changes.add(new MapSqlParameterSource("orderId", order)
                .addValue("status", bill == null ? null : bill.name())
                .addValue("refundStatus", refund == null ? null : refund.name())
                .addValue("refundAmount", amount == null ? null : amount.amount())
                .addValue("requestedAt", Instants.toColumn(requestedAt))
                .addValue("settledAt", Instants.toColumn(settledAt)));
    }

    private void addParts(String order, List<PaymentPart> back, long position) {
        for (int i = 0; i < back.size(); i++) {
            PaymentPart part = back.get(i);
            if (part.amount().amount() > 0) {
                parts.add(new MapSqlParameterSource("orderId", order)
                        .addValue("part", i + 1)
                        .addValue("method", part.method().name())
                        .addValue("amount", part.amount().amount())
                        .addValue("currency", part.amount().currency())
                        .addValue("position", position));
            }
        }
    }
}
