package io.examledger.query.overview;

import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the overview's numbers. */
public final class FindOverview {
    private final NamedParameterJdbcTemplate jdbc;
    private final Moment moment;

    public FindOverview(NamedParameterJdbcTemplate jdbc) {
        this(jdbc, Moment.PRESENT);
    }

    private FindOverview(NamedParameterJdbcTemplate jdbc, Moment moment) {
        this.jdbc = jdbc;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). */
    public FindOverview at(Moment asked) {
        return new FindOverview(jdbc, asked);
    }

    /** What an account paid for; null for all accounts together. */
    public OverviewView ofOwner(@Nullable String account) {
        return of(SeenBy.OWNER, account, null);
    }

    /** What a person may sit. */
    public OverviewView ofExaminee(String account) {
        return of(SeenBy.EXAMINEE, account, null);
    }

    /** What an account sees of itself. */
    public OverviewView ofAccount(String account) {
        return of(sideOf(account), account, null);
    }

    /**
     * From which side an account sees itself: a company, which has codes, what it paid for; a person what they may sit,
     * bought or given. Never from both, because a place that a person bought is counted on either side.
     */
    public SeenBy sideOf(String account) {
        List<SeenBy> sides = jdbc.query(
                """
                select sum(o.purchased) as purchased, sum(case when o.seen_by = 'EXAMINEE' then 1 else 0 end) as sat
                from %s o
                where o.seen_by in ('OWNER', 'EXAMINEE') and o.account_id = :account
                """.formatted(moment.rowsOf(OverviewProjection.COUNTS)),
                new MapSqlParameterSource("account", account),
                (row, number) ->
                        row.getLong("purchased") == 0 && row.getLong("sat") > 0 ? SeenBy.EXAMINEE : SeenBy.OWNER);
        return sides.getFirst();
    }

    /**
     * The numbers from one side.
     *
     * @param account null for all
     * @param subject null for all
     */
    public OverviewView of(SeenBy seenBy, @Nullable String account, @Nullable String subject) {
        Criteria criteria = new Criteria()
                .where("o.seen_by = :seenBy", "seenBy", seenBy.name())
                .where("o.account_id = :account", "account", account)
                .where("o.subject = :subject", "subject", subject);
        List<Row> rows = jdbc.query(
                """
                select o.subject, max(s.title) as title,
                  sum(o.purchased) as purchased, sum(o.unused) as unused, sum(o.bound) as bound,
                  sum(o.scheduled) as scheduled, sum(o.completed) as completed,
                  sum(o.refunded) as refunded, sum(o.expired) as expired,
                  sum(o.registrations) as registrations, sum(o.attended) as attended, sum(o.passed) as passed
                from %s o
                left join %s s on s.code = o.subject
                %sgroup by o.subject
                order by o.subject
                """.formatted(moment.rowsOf(OverviewProjection.COUNTS), moment.rowsOf("subject"), criteria.clause()),
                criteria.values(),
                (row, number) -> new Row(
                        row.getString("subject"),
                        row.getString("title"),
                        row.getLong("purchased"),
                        row.getLong("unused"),
                        row.getLong("bound"),
                        row.getLong("scheduled"),
                        row.getLong("completed"),
                        row.getLong("refunded"),
                        row.getLong("expired"),
                        row.getLong("registrations"),
                        row.getLong("attended"),
                        row.getLong("passed")));
        return view(rows);
    }

    private static OverviewView view(List<Row> rows) {
        long bound = sum(rows, Row::bound);
        long scheduled = sum(rows, Row::scheduled);
        long completed = sum(rows, Row::completed);
        long attended = sum(rows, Row::attended);
        long passed = sum(rows, Row::passed);
        return new OverviewView(
                new OverviewView.Codes(
                        sum(rows, Row::purchased),
                        sum(rows, Row::unused),
                        bound,
                        scheduled,
                        completed,
                        bound + scheduled + completed,
                        sum(rows, Row::refunded),
                        sum(rows, Row::expired)),
                new OverviewView.Exams(sum(rows, Row::registrations), attended, passed, rate(passed, attended)),
                rows.stream()
                        .map(row -> new OverviewView.Subject(
                                row.subject,
                                row.title,
                                row.registrations,
                                row.attended,
                                row.passed,
                                rate(row.passed, row.attended)))
                        .toList());
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> number) {
        return rows.stream().mapToLong(number).sum();
    }

    private static @Nullable BigDecimal rate(long passed, long attended) {
        return attended == 0
                ? null
                : BigDecimal.valueOf(passed).divide(BigDecimal.valueOf(attended), 4, RoundingMode.HALF_UP);
    }

    private record Row(
            String subject,
            @Nullable String title,
            long purchased,
            long unused,
            long bound,
            long scheduled,
            long completed,
            long refunded,
            long expired,
            long registrations,
            long attended,
            long passed) {}
}
