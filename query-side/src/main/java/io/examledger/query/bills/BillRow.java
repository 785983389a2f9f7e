package io.examledger.query.bills;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.query.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table of bills, without the payment parts. */
record BillRow(BillView bill, long position) {
    static final String COLUMNS = """
            order_id, account_id, kind, subject, quantity, currency, unit_price, discount, total, status,
              placed_at, paid_at, valid_until,
              issued, unused, bound, scheduled, completed, refunded, expired,
              refund_status, refund_amount, refund_requested_at, refund_settled_at, position
            """;

    static BillRow read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        OrderKind kind = OrderKind.valueOf(row.getString("kind"));
        return new BillRow(
                new BillView(
                        row.getString("order_id"),
                        row.getString("account_id"),
                        kind,
                        row.getString("subject"),
                        row.getInt("quantity"),
                        new Money(row.getLong("unit_price"), currency),
                        new Money(row.getLong("discount"), currency),
                        new Money(row.getLong("total"), currency),
                        List.of(),
                        BillStatus.valueOf(row.getString("status")),
                        Instants.required(row, "placed_at"),
                        Instants.fromColumn(row, "paid_at"),
                        Instants.fromColumn(row, "valid_until"),
                        codes(row, kind),
                        refund(row, currency)),
                row.getLong("position"));
    }

    private static BillView.@Nullable Codes codes(ResultSet row, OrderKind kind) throws SQLException {
        if (kind == OrderKind.INDIVIDUAL) {
            return null;
        }
        int bound = row.getInt("bound");
        int scheduled = row.getInt("scheduled");
        int completed = row.getInt("completed");
        return new BillView.Codes(
                row.getInt("issued"),
                row.getInt("unused"),
                bound,
                scheduled,
                completed,
                bound + scheduled + completed,
                row.getInt("refunded"),
                row.getInt("expired"));
    }

    private static BillView.@Nullable Refund refund(ResultSet row, String currency) throws SQLException {
        String status = row.getString("refund_status");
        if (status == null) {
            return null;
        }
        long amount = row.getLong("refund_amount");
        boolean unknown = row.wasNull();
        return new BillView.Refund(
                RefundStatus.valueOf(status),
                unknown ? null : new Money(amount, currency),
                List.of(),
                Instants.required(row, "refund_requested_at"),
                Instants.fromColumn(row, "refund_settled_at"));
    }

    private static BillView.@Nullable Refund with(BillView.@Nullable Refund refund, List<PaymentPart> returned) {
        return refund == null
                ? null
                : new BillView.Refund(
                        refund.status(), refund.amount(), returned, refund.requestedAt(), refund.settledAt());
    }

    BillView with(List<PaymentPart> paid, List<PaymentPart> returned) {
        return new BillView(
                bill.orderId(),
                bill.accountId(),
                bill.kind(),
                bill.subject(),
                bill.quantity(),
                bill.unitPrice(),
                bill.discount(),
                bill.total(),
                paid,
                bill.status(),
                bill.placedAt(),
                bill.paidAt(),
                bill.validUntil(),
                bill.redeemCodes(),
                with(bill.refund(), returned));
    }
}
