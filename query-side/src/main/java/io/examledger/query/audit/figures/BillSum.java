package io.examledger.query.audit.figures;

import io.examledger.kernel.money.Money;
import io.examledger.query.BadQuery;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.NotFound;
import io.examledger.query.bills.BillTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Adds up money over bills. Amounts in several currencies do not add up: then one of them has to be asked for. */
final class BillSum {
    private final NamedParameterJdbcTemplate jdbc;

    BillSum(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param amount SQL of what each bill adds
     * @return null if there are no bills
     * @throws NotFound if there is no such order
     * @throws BadQuery if the bills are in several currencies
     */
    @Nullable
    FigureValue of(String amount, Narrowing narrowing, Moment moment) {
        Criteria criteria = narrowing.criteria();
        List<Money> sums = jdbc.query(
                """
                select currency, sum(%s) as amount
                from %s bill
                %sgroup by currency
                order by currency
                """.formatted(amount, bills(narrowing, moment), criteria.clause()),
                criteria.values(),
                (row, number) -> new Money(row.getLong("amount"), row.getString("currency")));
        if (sums.isEmpty() && narrowing.order() != null) {
            throw new NotFound("order");
        }
        if (sums.size() > 1) {
            throw new BadQuery(
                    "currency",
                    "one of "
                            + String.join(
                                    ", ", sums.stream().map(Money::currency).toList())
                            + ": the orders are in several, which do not add up");
        }
        return sums.isEmpty() ? null : new FigureValue.Sum(sums.getFirst());
    }

    private static String bills(Narrowing narrowing, Moment moment) {
        boolean few = narrowing.account() != null || narrowing.order() != null;
        return few ? moment.rowsOf(BillTable.BILLS) : moment.allRowsOf(BillTable.BILLS);
    }
}
