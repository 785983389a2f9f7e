package io.examledger.query.audit.figures;

import static java.util.stream.Collectors.toMap;

import io.examledger.kernel.order.OrderEvent;
import io.examledger.query.Moment;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.audit.figures.Trail.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one refund of each order that went back, with what was asked for, what came of it, and how it was returned. */
final class RefundUnits implements BillFigure.Units {
    private static final Set<String> DONE = Set.of("order.refunded");
    private static final Set<String> STEPS =
            Set.of("refund.requested", "refund.calculated", "refund.part-returned", "refund.settled");
    private final Trail trail;
    private final LoggedEvents log;

    RefundUnits(Trail trail, LoggedEvents log) {
        this.trail = trail;
        this.log = log;
    }

    @Override
    public List<Unit> of(List<Walk.Row> bills, Moment moment) {
        Map<String, List<Entry>> done =
                trail.of(bills.stream().map(Walk.Row::id).toList(), DONE, moment);
        Map<String, String> refunds = refunds(done);
        Map<String, List<Entry>> steps = trail.of(refunds.values(), STEPS, moment);
        List<Unit> units = new ArrayList<>();
        for (Walk.Row bill : bills) {
            String refund = refunds.getOrDefault(bill.id(), bill.id());
            List<Entry> events = new ArrayList<>(done.getOrDefault(bill.id(), List.of()));
            events.addAll(steps.getOrDefault(refund, List.of()));
            units.add(new Unit(
                    "refund",
                    refund,
                    bill.amount(),
                    events.stream().map(Entry::position).toList()));
        }
        return units;
    }

    /** Ids of refunds, by order. */
    private Map<String, String> refunds(Map<String, List<Entry>> done) {
        List<Long> positions = done.values().stream()
                .flatMap(Collection::stream)
                .map(Entry::position)
                .toList();
        return positions.isEmpty()
                ? Map.of()
                : log.at(positions).stream()
                        .map(event -> (OrderEvent.Refunded) event.payload())
                        .collect(toMap(
                                OrderEvent.Refunded::orderId, OrderEvent.Refunded::refundId, (one, same) -> same));
    }
}
