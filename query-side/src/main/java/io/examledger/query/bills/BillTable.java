package io.examledger.query.bills;

import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.VersionedTable;
import io.examledger.query.redeemcodes.StatusCounts;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The table of bills, and the statements that write it. */
public final class BillTable {
    public static final VersionedTable BILLS = new VersionedTable(
                    "bill",
                    List.of("order_id"),
                    List.of(
                            "account_id",
                            "kind",
                            "subject",
                            "quantity",
                            "currency",
                            "unit_price",
                            "discount",
                            "total",
                            "placed_at",
                            "position"),
                    List.of(
                            "status",
                            "paid_at",
                            "valid_until",
                            "issued",
                            "unused",
                            "bound",
                            "scheduled",
                            "completed",
                            "refunded",
                            "expired",
                            "refund_status",
                            "refund_amount",
                            "refund_requested_at",
                            "refund_settled_at"))
            .counting("issued", "unused", "bound", "scheduled", "completed", "refunded", "expired");

    private BillTable() {}

    static void write(
            ReadModelWriter rows,
            List<MapSqlParameterSource> placed,
            List<MapSqlParameterSource> paid,
            List<MapSqlParameterSource> parts,
            Map<String, StatusCounts> counts) {
        rows.write("""
                insert into read_model.bill
                  (order_id, account_id, kind, subject, quantity, currency, unit_price, discount, total,
                   status, placed_at, position, recorded_at)
                values
                  (:orderId, :accountId, :kind, :subject, :quantity, :currency, :unitPrice, :discount, :total,
                   :status, :placedAt, :position, :recordedAt)
                """, placed);
        rows.write("""
                update read_model.bill
                set status = :status, paid_at = :paidAt, valid_until = :validUntil
                where order_id = :orderId
                """, paid);
        rows.write("""
                insert into read_model.bill_part (order_id, part, method, amount, currency, position)
                values (:orderId, :part, :method, :amount, :currency, :position)
                """, parts);
        rows.write(
                """
                update read_model.bill
                set issued = issued + :issued,
                    unused = unused + :unused,
                    bound = bound + :bound,
                    scheduled = scheduled + :scheduled,
                    completed = completed + :completed,
                    refunded = refunded + :refunded,
                    expired = expired + :expired
                where order_id = :orderId
                """,
                counts.entrySet().stream()
                        .map(count -> count.getValue().addTo(new MapSqlParameterSource("orderId", count.getKey())))
                        .toList());
    }

    /** An order that was refunded in part and has ended is EXPIRED, whichever came first. */
    static void write(ReadModelWriter rows, RefundRows refunds) {
        rows.write("""
                update read_model.bill
                set status = case
                      when status = 'EXPIRED' and coalesce(:status, '') = 'PARTIALLY_REFUNDED' then status
                      else coalesce(:status, status)
                    end,
                    refund_status = coalesce(:refundStatus, refund_status),
                    refund_amount = coalesce(:refundAmount, refund_amount),
                    refund_requested_at = coalesce(:requestedAt, refund_requested_at),
                    refund_settled_at = coalesce(:settledAt, refund_settled_at)
                where order_id = :orderId
                """, refunds.changes());
        rows.write("""
                insert into read_model.bill_refund_part (order_id, part, method, amount, currency, position)
                values (:orderId, :part, :method, :amount, :currency, :position)
                """, refunds.parts());
    }

    /** ORD-4. Of an order whose money went back, nothing is left that could expire. */
    static void expire(ReadModelWriter rows, List<MapSqlParameterSource> expired) {
        rows.write("""
                update read_model.bill
                set status = 'EXPIRED'
                where order_id = :orderId and status <> 'REFUNDED'
                """, expired);
    }
}
