package io.examledger.query.redeemcodes;

import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.NotFound;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.accounts.AccountNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads redeem codes, newest first (COD-12). */
public final class FindRedeemCodes {
    private static final int CHUNK = 500;
    private final NamedParameterJdbcTemplate jdbc;
    private final RedeemCodeViews views;
    private final Moment moment;

    public FindRedeemCodes(NamedParameterJdbcTemplate jdbc, CodeStringVault vault, AccountNames names) {
        this(jdbc, new RedeemCodeViews(jdbc, vault, names), Moment.PRESENT);
    }

    private FindRedeemCodes(NamedParameterJdbcTemplate jdbc, RedeemCodeViews views, Moment moment) {
        this.jdbc = jdbc;
        this.views = views;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). Names are those of today. */
    public FindRedeemCodes at(Moment asked) {
        return new FindRedeemCodes(jdbc, views.at(asked), asked);
    }

    private String codes() {
        return moment.rowsOf(RedeemCodeProjection.CODES);
    }

    /** @param owner the asking enterprise; null for staff */
    public Page<RedeemCodeView> page(RedeemCodeFilter filter, PageRequest request, @Nullable String owner) {
        Criteria criteria = filter.criteria(moment)
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<RedeemCodeRow> rows = jdbc.query(
                """
                select %s
                from %s code
                %sorder by position desc
                limit :rows
                """.formatted(RedeemCodeRow.COLUMNS, codes(), criteria.clause()),
                criteria.values(),
                (row, number) -> RedeemCodeRow.read(row));
        return Page.of(rows, request, RedeemCodeRow::position, shown -> views.of(shown, owner));
    }

    /**
     * @param owner the asking enterprise; null for staff
     * @throws NotFound if there is none, or it is someone else's
     */
    public RedeemCodeView one(String redeemCodeId, @Nullable String owner) {
        Criteria criteria = new Criteria()
                .where("redeem_code_id = :id", "id", redeemCodeId)
                .where("account_id = :owner", "owner", owner);
        List<RedeemCodeRow> rows = jdbc.query(
                """
                select %s
                from %s code
                %s""".formatted(RedeemCodeRow.COLUMNS, codes(), criteria.clause()),
                criteria.values(),
                (row, number) -> RedeemCodeRow.read(row));
        return views.of(rows, owner).stream().findFirst().orElseThrow(() -> new NotFound("redeem-code"));
    }

    public long count(RedeemCodeFilter filter) {
        Criteria criteria = filter.criteria(moment);
        Long count = jdbc.queryForObject(
                "select count(*) from %s code %s".formatted(codes(), criteria.clause()), criteria.values(), Long.class);
        return count == null ? 0 : count;
    }

    /**
     * Hands over every code as the database gives them; names and strings are looked up chunk by chunk.
     *
     * @param owner the asking enterprise; null for staff
     */
    public void each(RedeemCodeFilter filter, @Nullable String owner, Consumer<RedeemCodeView> consumer) {
        Criteria criteria = filter.criteria(moment);
        List<RedeemCodeRow> chunk = new ArrayList<>(CHUNK);
        jdbc.query("""
                select %s
                from %s code
                %sorder by position desc
                """.formatted(RedeemCodeRow.COLUMNS, codes(), criteria.clause()), criteria.values(), row -> {
            chunk.add(RedeemCodeRow.read(row));
            if (chunk.size() == CHUNK) {
                views.of(chunk, owner).forEach(consumer);
                chunk.clear();
            }
        });
        views.of(chunk, owner).forEach(consumer);
    }
}
