package io.examledger.query.bills;

import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.Versioned;
import io.examledger.query.projection.VersionedTable;
import io.examledger.query.redeemcodes.StatusCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** One row for each order, with its payment parts, its refund and the number of its codes in each status (COD-11a). */
public final class BillProjection implements Versioned {
    public static final String NAME = "bills";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("bill", "bill_version", "bill_part", "bill_refund_part");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            // Progress; the codes themselves are counted by their own events.
            case OrderEvent.RedeemCodesIssued issued -> Optional.empty();
            // What the refund's own request says.
            case OrderEvent.RefundRequested requested -> Optional.empty();
            // A bill is paid or not; what is on its way is not on it.
            case OrderEvent.PaymentStarted started -> Optional.empty();
            case OrderEvent.PaymentCaptured captured -> Optional.empty();
            case OrderEvent.PaymentFailed failed -> Optional.empty();
            case OrderEndEvent.RedeemCodesExpired expired -> Optional.empty();
            case OrderEndEvent.ReminderDue reminder -> Optional.empty();
            case OrderEndEvent.RemindersSkipped skipped -> Optional.empty();
            case OrderEvent event -> Optional.of(event.orderId());
            case RedeemCodeEvent event -> Optional.of(event.orderId());
            case RefundEvent event -> Optional.of(event.orderId());
            default -> Optional.empty();
        };
    }

    @Override
    public List<VersionedTable> versionedTables() {
        return List.of(BillTable.BILLS);
    }

    @Override
    public Stream<VersionedTable.Row> touches(Object payload) {
        return payload instanceof RedeemCodeEvent code && !StatusCounts.isCounted(code)
                ? Stream.empty()
                : sequenceOf(payload).stream().map(BillTable.BILLS::row);
    }

    @Override
    public Map<String, Integer> adds(Object payload) {
        return payload instanceof RedeemCodeEvent code ? StatusCounts.of(code, "issued") : Map.of();
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> placed = new ArrayList<>();
        List<MapSqlParameterSource> paid = new ArrayList<>();
        List<MapSqlParameterSource> parts = new ArrayList<>();
        RefundRows refunds = new RefundRows();
        List<MapSqlParameterSource> expired = new ArrayList<>();
        Map<String, StatusCounts> counts = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            switch (event.payload()) {
                case OrderEvent.Placed e -> placed.add(row(e, event));
                case OrderEvent.Purchased e -> {
                    paid.add(new MapSqlParameterSource("orderId", e.orderId())
                            .addValue("status", BillStatus.PAID.name())
                            .addValue("paidAt", Instants.toColumn(e.paidAt()))
                            .addValue("validUntil", Instants.toColumn(e.validUntil())));
                    parts.addAll(rows(e, event.position()));
                }
                case OrderEvent.RefundDropped e -> refunds.fold(e);
                case OrderEvent.Refunded e -> refunds.fold(e);
                case RefundEvent e -> refunds.fold(e, event.position());
                case OrderEndEvent.Expired e -> expired.add(new MapSqlParameterSource("orderId", e.orderId()));
                case RedeemCodeEvent e ->
                    counts.computeIfAbsent(e.orderId(), order -> new StatusCounts())
                            .count(e);
                default -> throw new IllegalArgumentException("not an event of bills: " + event.payload());
            }
        }
        BillTable.write(rows, placed, paid, parts, counts);
        BillTable.write(rows, refunds);
        BillTable.expire(rows, expired);
    }

    private static MapSqlParameterSource row(OrderEvent.Placed e, RecordedEvent recorded) {
        long listPrice = e.unitPrice().times(e.quantity()).amount();
        return new MapSqlParameterSource("orderId", e.orderId())
                .addValue("accountId", e.buyer())
                .addValue("kind", e.kind().name())
                .addValue("subject", e.subject())
                .addValue("quantity", e.quantity())
                .addValue("currency", e.total().currency())
                .addValue("unitPrice", e.unitPrice().amount())
                .addValue("discount", listPrice - e.total().amount())
                .addValue("total", e.total().amount())
                .addValue("status", BillStatus.PENDING.name())
                .addValue("placedAt", Instants.toColumn(e.placedAt()))
                .addValue("position", recorded.position())
                .addValue("recordedAt", Instants.toColumn(recorded.recordedAt()));
    }

    private static List<MapSqlParameterSource> rows(OrderEvent.Purchased e, long position) {
        List<MapSqlParameterSource> parts = new ArrayList<>();
        for (PaymentPart part : e.parts()) {
            parts.add(new MapSqlParameterSource("orderId", e.orderId())
                    .addValue("part", parts.size() + 1)
                    .addValue("method", part.method().name())
                    .addValue("amount", part.amount().amount())
                    .addValue("currency", part.amount().currency())
                    .addValue("position", position));
        }
        return parts;
    }
}
