package io.examledger.query.bills;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.NotFound;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads bills, newest first. */
public final class FindBills {
    private static final int CHUNK = 500;
    private final NamedParameterJdbcTemplate jdbc;
    private final Moment moment;

    public FindBills(NamedParameterJdbcTemplate jdbc) {
        this(jdbc, Moment.PRESENT);
    }

    private FindBills(NamedParameterJdbcTemplate jdbc, Moment moment) {
        this.jdbc = jdbc;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). */
    public FindBills at(Moment asked) {
        return new FindBills(jdbc, asked);
    }

    private String bills() {
        return moment.rowsOf(BillTable.BILLS);
    }

    public Page<BillView> page(BillFilter filter, PageRequest request) {
        Criteria criteria = filter.criteria()
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<BillRow> rows = jdbc.query(
                """
                select %s
                from %s bill
                %sorder by position desc
                limit :rows
                """.formatted(BillRow.COLUMNS, bills(), criteria.clause()),
                criteria.values(),
                (row, n) -> BillRow.read(row));
        return Page.of(rows, request, BillRow::position, this::withParts);
    }

    /**
     * @param account of the buyer; null for anyone's
     * @throws NotFound if there is none, or it is someone else's
     */
    public BillView one(String orderId, @Nullable String account) {
        Criteria criteria = new Criteria()
                .where("order_id = :orderId", "orderId", orderId)
                .where("account_id = :account", "account", account);
        List<BillRow> rows = jdbc.query(
                """
                select %s
                from %s bill
                %s""".formatted(BillRow.COLUMNS, bills(), criteria.clause()),
                criteria.values(),
                (row, n) -> BillRow.read(row));
        return withParts(rows).stream().findFirst().orElseThrow(() -> new NotFound("order"));
    }

    public long count(BillFilter filter) {
        Criteria criteria = filter.criteria();
        Long count = jdbc.queryForObject(
                "select count(*) from %s bill %s".formatted(bills(), criteria.clause()), criteria.values(), Long.class);
        return count == null ? 0 : count;
    }

    /** Hands over every bill as the database gives them; payment parts are looked up chunk by chunk. */
    public void each(BillFilter filter, Consumer<BillView> consumer) {
        Criteria criteria = filter.criteria();
        List<BillRow> chunk = new ArrayList<>(CHUNK);
        jdbc.query("""
                select %s
                from %s bill
                %sorder by position desc
                """.formatted(BillRow.COLUMNS, bills(), criteria.clause()), criteria.values(), row -> {
            chunk.add(BillRow.read(row));
            if (chunk.size() == CHUNK) {
                withParts(chunk).forEach(consumer);
                chunk.clear();
            }
        });
        withParts(chunk).forEach(consumer);
    }

    private List<BillView> withParts(List<BillRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> orders = rows.stream().map(row -> row.bill().orderId()).toList();
        Map<String, List<PaymentPart>> paid = parts("bill_part", orders);
        Map<String, List<PaymentPart>> returned = parts("bill_refund_part", orders);
        return rows.stream()
                .map(row -> row.with(
                        paid.getOrDefault(row.bill().orderId(), List.of()),
                        returned.getOrDefault(row.bill().orderId(), List.of())))
                .toList();
    }

    private Map<String, List<PaymentPart>> parts(String table, List<String> orders) {
        Map<String, List<PaymentPart>> parts = new HashMap<>();
        jdbc.query("""
                select order_id, method, amount, currency
                from %s part
                where order_id in (:orders)
                order by order_id, part
                """.formatted(moment.rowsOf(table)), new MapSqlParameterSource("orders", orders), row -> {
            parts.computeIfAbsent(row.getString("order_id"), order -> new ArrayList<>())
                    .add(new PaymentPart(
                            PaymentMethod.valueOf(row.getString("method")),
                            new Money(row.getLong("amount"), row.getString("currency"))));
        });
        return parts;
    }
}
