package io.examledger.query.audit.figures;

import static java.util.stream.Collectors.joining;

import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.bills.BillTable;
import io.examledger.query.bills.BillView;
import io.examledger.query.bills.FindBills;
import io.examledger.query.overview.FindOverview;
import io.examledger.query.overview.OverviewView;
import io.examledger.query.overview.SeenBy;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Codes by status, as the overview counts them and each bill (COD-11a). They are looked for order by order: bills tell which
 * orders have any.
 */
final class CodeFigure implements Figure {
    private final NamedParameterJdbcTemplate jdbc;
    private final FigureDescription description;
    private final Set<RedeemCodeStatus> statuses;
    private final ToLongFunction<OverviewView.Codes> onOverview;
    private final ToLongFunction<BillView.Codes> onBill;
    private final CodeHistories histories;

    CodeFigure(
            NamedParameterJdbcTemplate jdbc,
            FigureDescription description,
            Set<RedeemCodeStatus> statuses,
            ToLongFunction<OverviewView.Codes> onOverview,
            ToLongFunction<BillView.Codes> onBill,
            CodeHistories histories) {
        this.jdbc = jdbc;
        this.description = description;
        this.statuses = Set.copyOf(statuses);
        this.onOverview = onOverview;
        this.onBill = onBill;
        this.histories = histories;
    }

    @Override
    public FigureDescription description() {
        return description;
    }

    @Override
    public FigureValue value(Narrowing narrowing, Moment moment) {
        return new FigureValue.Count(
                narrowing.order() == null
                        ? onOverview.applyAsLong(new FindOverview(jdbc)
                                .at(moment)
                                .of(SeenBy.OWNER, narrowing.account(), narrowing.subject())
                                .redeemCodes())
                        : onBill(narrowing.order(), narrowing, moment));
    }

    private long onBill(String order, Narrowing narrowing, Moment moment) {
        BillView bill = new FindBills(jdbc).at(moment).one(order, narrowing.account());
        boolean wanted = narrowing.subject() == null || narrowing.subject().equals(bill.subject());
        return wanted && bill.redeemCodes() != null ? onBill.applyAsLong(bill.redeemCodes()) : 0;
    }

    @Override
    public Slice units(Narrowing narrowing, Moment moment, Place after, int limit) {
        Walk walk = new Walk(limit);
        List<Order> orders = orders(narrowing, moment, after, limit + 1);
        Place next = orders.size() > limit ? new Place(orders.getLast().position, 0) : null;
        for (Order order : orders) {
            if (!walk.through(order.position, after.within(order.position), codesOf(order, moment))) {
                next = walk.next();
                break;
            }
        }
        List<Walk.Row> codes = walk.found();
        Map<String, List<Long>> events = histories.of(codes, moment);
        return new Slice(
                codes.stream()
                        .map(code -> new Unit(
                                description.unit(), code.id(), null, events.getOrDefault(code.id(), List.of())))
                        .toList(),
                next);
    }

    private record Order(String id, long position) {}

    /** With at least one unit each. */
    private List<Order> orders(Narrowing narrowing, Moment moment, Place after, int rows) {
        Criteria criteria = narrowing
                .criteria()
                .where("kind = :kind", "kind", "ENTERPRISE")
                .where("position <= :from", "from", after.group())
                .where("%s > :none".formatted(columns()), "none", 0)
                .with("rows", rows);
        return jdbc.query(
                """
                select order_id, position
                from %s bill
                %sorder by position desc
                limit :rows
                """.formatted(moment.rowsOf(BillTable.BILLS), criteria.clause()),
                criteria.values(),
                (row, number) -> new Order(row.getString("order_id"), row.getLong("position")));
    }

    /** The columns of a bill that count such codes, added up. */
    private String columns() {
        return statuses.stream()
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(joining(" + "));
    }

    private Walk.Rows codesOf(Order order, Moment moment) {
        return (before, number) -> jdbc.query(
                """
                select redeem_code_id, status, position
                from %s code
                where order_id = :order and position < :before
                order by position desc
                limit :rows
                """.formatted(moment.rowsOf(RedeemCodeProjection.CODES)),
                new MapSqlParameterSource("order", order.id)
                        .addValue("before", before)
                        .addValue("rows", number),
                (row, n) -> new Walk.Row(
                        row.getString("redeem_code_id"),
                        row.getLong("position"),
                        statuses.contains(RedeemCodeStatus.valueOf(row.getString("status"))),
                        null));
    }
}
