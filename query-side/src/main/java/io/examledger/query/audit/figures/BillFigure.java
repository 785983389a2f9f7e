package io.examledger.query.audit.figures;

import io.examledger.kernel.money.Money;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.bills.BillTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Money of which each bill has one amount at most. */
final class BillFigure implements Figure {
    private final NamedParameterJdbcTemplate jdbc;
    private final FigureDescription description;
    private final String amount;
    private final String condition;
    private final Units units;

    /** Makes units of the bills that count. */
    interface Units {
        List<Unit> of(List<Walk.Row> bills, Moment moment);
    }

    /**
     * @param amount column of the bill
     * @param condition of bills on which it counts
     */
    BillFigure(
            NamedParameterJdbcTemplate jdbc,
            FigureDescription description,
            String amount,
            String condition,
            Units units) {
        this.jdbc = jdbc;
        this.description = description;
        this.amount = amount;
        this.condition = condition;
        this.units = units;
    }

    @Override
    public FigureDescription description() {
        return description;
    }

    @Override
    public @Nullable FigureValue value(Narrowing narrowing, Moment moment) {
        return new BillSum(jdbc).of("case when %s then %s else 0 end".formatted(condition, amount), narrowing, moment);
    }

    @Override
    public Slice units(Narrowing narrowing, Moment moment, Place after, int limit) {
        Walk walk = new Walk(limit);
        walk.through(after, (before, rows) -> rows(narrowing, moment, before, rows));
        return new Slice(units.of(walk.found(), moment), walk.next());
    }

    private List<Walk.Row> rows(Narrowing narrowing, Moment moment, long before, int rows) {
        Criteria criteria = narrowing
                .criteria()
                .where("position < :before", "before", before)
                .with("rows", rows);
        return jdbc.query(
                """
                select order_id, position, currency, %s as amount, case when %s then 1 else 0 end as counts
                from %s bill
                %sorder by position desc
                limit :rows
                """.formatted(amount, condition, moment.rowsOf(BillTable.BILLS), criteria.clause()),
                criteria.values(),
                (row, number) -> new Walk.Row(
                        row.getString("order_id"),
                        row.getLong("position"),
                        row.getInt("counts") == 1,
                        new Money(row.getLong("amount"), row.getString("currency"))));
    }
}
