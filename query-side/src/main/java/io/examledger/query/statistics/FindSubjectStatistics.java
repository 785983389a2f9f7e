package io.examledger.query.statistics;

import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.ExamType;
import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.attempts.AttemptProjection;
import io.examledger.query.overview.OverviewProjection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Counts by subject, newest subject first. Subjects without a registration are left out. */
public final class FindSubjectStatistics {
    private final NamedParameterJdbcTemplate jdbc;
    private final Moment moment;

    public FindSubjectStatistics(NamedParameterJdbcTemplate jdbc) {
        this(jdbc, Moment.PRESENT);
    }

    private FindSubjectStatistics(NamedParameterJdbcTemplate jdbc, Moment moment) {
        this.jdbc = jdbc;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). */
    public FindSubjectStatistics at(Moment asked) {
        return new FindSubjectStatistics(jdbc, asked);
    }

    /** @param account who paid for the places; null for all */
    public Page<SubjectStatisticsView> page(@Nullable String account, PageRequest request) {
        String ofAccount = account == null ? "" : "and account_id = :account";
        Criteria criteria = new Criteria()
                .where("s.position < :before", "before", request.before())
                .with("account", account == null ? "" : account)
                .with("rows", request.rows());
        List<Row> rows = jdbc.query(
                """
                with registered as (
                  select subject, sum(registrations) as registrations
                  from %3$s o
                  where seen_by = 'OWNER' %1$s
                  group by subject
                ),
                attempted as (
                  select subject,
                    sum(case when status = 'SCHEDULED' then 1 else 0 end) as scheduled,
                    sum(case when status = 'MISSED' then 1 else 0 end) as missed,
                    sum(case when status = 'IDENTITY_REJECTED' then 1 else 0 end) as rejected,
                    sum(case when status in ('ATTENDED', 'TERMINATED') then 1 else 0 end) as attended,
                    sum(case when outcome = 'PASS' then 1 else 0 end) as passed,
                    sum(case when outcome = 'FAIL' then 1 else 0 end) as failed,
                    sum(case when outcome = 'INVALID' then 1 else 0 end) as invalid
                  from %4$s a
                  where true %1$s
                  group by subject
                )
                select s.code, s.title, s.category, s.exam_type, s.position, r.registrations,
                  coalesce(a.scheduled, 0) as scheduled, coalesce(a.missed, 0) as missed,
                  coalesce(a.rejected, 0) as rejected, coalesce(a.attended, 0) as attended,
                  coalesce(a.passed, 0) as passed, coalesce(a.failed, 0) as failed,
                  coalesce(a.invalid, 0) as invalid
                from %5$s s
                join registered r on r.subject = s.code and r.registrations > 0
                left join attempted a on a.subject = s.code
                %2$sorder by s.position desc
                limit :rows
                """.formatted(
                                ofAccount,
                                criteria.clause(),
                                moment.rowsOf(OverviewProjection.COUNTS),
                                account == null
                                        ? moment.allRowsOf(AttemptProjection.ATTEMPTS)
                                        : moment.rowsOf(AttemptProjection.ATTEMPTS),
                                moment.rowsOf("subject")),
                criteria.values(),
                (row, number) -> read(row));
        return Page.of(
                rows,
                request,
                Row::position,
                shown -> shown.stream().map(Row::view).toList());
    }

    private static Row read(ResultSet row) throws SQLException {
        long attended = row.getLong("attended");
        long passed = row.getLong("passed");
        long failed = row.getLong("failed");
        long invalid = row.getLong("invalid");
        return new Row(
                new SubjectStatisticsView(
                        row.getString("code"),
                        row.getString("title"),
                        Category.valueOf(row.getString("category")),
                        ExamType.valueOf(row.getString("exam_type")),
                        row.getLong("registrations"),
                        row.getLong("scheduled"),
                        row.getLong("missed"),
                        row.getLong("rejected"),
                        attended,
                        passed,
                        failed,
                        invalid,
                        attended - passed - failed - invalid,
                        rate(passed, attended)),
                row.getLong("position"));
    }

    private static @Nullable BigDecimal rate(long passed, long attended) {
        return attended == 0
                ? null
                : BigDecimal.valueOf(passed).divide(BigDecimal.valueOf(attended), 4, RoundingMode.HALF_UP);
    }

    private record Row(SubjectStatisticsView view, long position) {}
}
