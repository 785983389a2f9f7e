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
              issued, unused, bound, scheduled, completed, refunded, expired, position
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
                        codes(row, kind)),
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

    BillView with(List<PaymentPart> paid) {
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
                bill.redeemCodes());
    }
}
