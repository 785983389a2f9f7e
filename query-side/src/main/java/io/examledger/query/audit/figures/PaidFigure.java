package io.examledger.query.audit.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.audit.figures.Trail.Entry;
import io.examledger.query.bills.BillTable;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The parts of payments as bills show them, each with the purchase and, where the money lay elsewhere, its capture there. */
final class PaidFigure implements Figure {
    private static final Set<String> CAPTURE = Set.of("order.payment-captured");
    private final NamedParameterJdbcTemplate jdbc;
    private final Trail trail;
    private final LoggedEvents log;
    private final FigureDescription description;

    PaidFigure(NamedParameterJdbcTemplate jdbc, Trail trail, LoggedEvents log, FigureDescription description) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.log = log;
        this.description = description;
    }

    @Override
    public FigureDescription description() {
        return description;
    }

    @Override
    public @Nullable FigureValue value(Narrowing narrowing, Moment moment) {
        String paid = """
                coalesce((
                  select sum(part.amount)
                  from %s part
                  where part.order_id = bill.order_id), 0)""".formatted(moment.rowsOf("bill_part"));
        return new BillSum(jdbc).of(paid, narrowing, moment);
    }

    @Override
    public Slice units(Narrowing narrowing, Moment moment, Place after, int limit) {
        List<Part> parts = parts(narrowing, moment, after, limit + 1);
        boolean more = parts.size() > limit;
        List<Part> shown = more ? parts.subList(0, limit) : parts;
        Map<String, List<RecordedEvent>> captured = captures(shown, moment);
        return new Slice(
                shown.stream()
                        .map(part -> part.unit(description.unit(), captured.getOrDefault(part.order, List.of())))
                        .toList(),
                more ? shown.getLast().place : null);
    }

    /** @param paidAt position of the purchase */
    private record Part(String order, int number, Money amount, long paidAt, Place place) {
        Unit unit(String type, List<RecordedEvent> captures) {
            List<Long> events = new ArrayList<>(List.of(paidAt));
            captures.reversed().stream()
                    .filter(event -> event.position() < paidAt && isOfThis(event))
                    .findFirst()
                    .ifPresent(event -> events.add(event.position()));
            return new Unit(type, order + "/" + number, amount, events);
        }

        /** Parts of an earlier payment that failed have gone back: the last capture is the one that stayed. */
        private boolean isOfThis(RecordedEvent event) {
            return event.payload() instanceof OrderEvent.PaymentCaptured captured && captured.part() == number;
        }
    }

    private List<Part> parts(Narrowing narrowing, Moment moment, Place after, int rows) {
        Criteria criteria = narrowing
                .criteria()
                .where("position <= :group", "group", after.group())
                .with("within", after.within())
                .with("rows", rows);
        return jdbc.query(
                """
                select bill.order_id, bill.position, part.part, part.amount, part.currency, part.position as paid_at
                from (
                  select order_id, position
                  from %s placed
                  %s) bill
                join %s part on part.order_id = bill.order_id
                where bill.position < :group or part.part < :within
                order by bill.position desc, part.part desc
                limit :rows
                """.formatted(moment.rowsOf(BillTable.BILLS), criteria.clause(), moment.rowsOf("bill_part")),
                criteria.values(),
                (row, number) -> new Part(
                        row.getString("order_id"),
                        row.getInt("part"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getLong("paid_at"),
                        new Place(row.getLong("position"), row.getInt("part"))));
    }

    private Map<String, List<RecordedEvent>> captures(List<Part> parts, Moment moment) {
        Set<String> orders = parts.stream().map(Part::order).collect(toSet());
        List<Entry> entries = trail.of(orders, CAPTURE, moment).values().stream()
                .flatMap(Collection::stream)
                .toList();
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<Long, RecordedEvent> events = log
                .at(entries.stream().map(Entry::position).toList())
                .stream()
                .collect(toMap(RecordedEvent::position, event -> event));
        return entries.stream()
                .filter(entry -> events.containsKey(entry.position()))
                .map(entry -> events.get(entry.position()))
                .collect(groupingBy(event -> event.aggregate().id()));
    }
}
