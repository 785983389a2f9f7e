package io.examledger.query.attempts;

import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.query.Criteria;
import io.examledger.query.Instants;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.accounts.PersonView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads appointments, newest first. */
public final class FindAppointments {
    private final NamedParameterJdbcTemplate jdbc;
    private final AccountNames names;
    private final Moment moment;

    public FindAppointments(NamedParameterJdbcTemplate jdbc, AccountNames names) {
        this(jdbc, names, Moment.PRESENT);
    }

    private FindAppointments(NamedParameterJdbcTemplate jdbc, AccountNames names, Moment moment) {
        this.jdbc = jdbc;
        this.names = names;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). Names are those of today. */
    public FindAppointments at(Moment asked) {
        return new FindAppointments(jdbc, names, asked);
    }

    /** @param account who sits, or paid for the place; null for all */
    public Page<AppointmentView> page(@Nullable String account, PageRequest request) {
        Criteria criteria = new Criteria()
                .where("(a.account_id = :account or a.examinee = :account)", "account", account)
                .where("a.position < :before", "before", request.before())
                .with("rows", request.rows());
        List<Row> rows = jdbc.query(
                """
                select a.appointment_id, a.registration_id, a.examinee, a.subject, a.delivery_mode, a.session_id,
                  a.site_id, a.starts_at, a.ends_at, a.show_up_from, a.show_up_until, a.status, a.scheduled_at,
                  a.outcome, a.score, a.released_at, a.position,
                  s.title, p.name as site_name, p.address as site_address, p.zone as site_zone
                from %s a
                left join %s s on s.code = a.subject
                left join %s p on p.site_id = a.site_id
                %sorder by a.position desc
                limit :rows
                """.formatted(
                                moment.rowsOf(AttemptProjection.ATTEMPTS),
                                moment.rowsOf("subject"),
                                moment.rowsOf("site"),
                                criteria.clause()),
                criteria.values(),
                (row, number) -> read(row));
        return Page.of(rows, request, Row::position, this::named);
    }

    private static Row read(ResultSet row) throws SQLException {
        String site = row.getString("site_id");
        return new Row(
                row.getString("appointment_id"),
                row.getString("registration_id"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("examinee"),
                DeliveryMode.valueOf(row.getString("delivery_mode")),
                row.getString("session_id"),
                site == null
                        ? null
                        : new AppointmentView.Site(
                                site,
                                row.getString("site_name"),
                                row.getString("site_address"),
                                row.getString("site_zone")),
                Times.read(row),
                AttemptStatus.valueOf(row.getString("status")),
                AttemptRow.result(row),
                row.getLong("position"));
    }

    private List<AppointmentView> named(List<Row> rows) {
        Map<String, String> known = names.of(rows.stream().map(Row::examinee).toList());
        return rows.stream().map(row -> row.view(known.get(row.examinee))).toList();
    }

    private record Times(Instant start, Instant end, Instant from, Instant until, Instant scheduledAt) {
        static Times read(ResultSet row) throws SQLException {
            return new Times(
                    Instants.required(row, "starts_at"),
                    Instants.required(row, "ends_at"),
                    Instants.required(row, "show_up_from"),
                    Instants.required(row, "show_up_until"),
                    Instants.required(row, "scheduled_at"));
        }
    }

    private record Row(
            String appointmentId,
            String registrationId,
            String subject,
            @Nullable String title,
            String examinee,
            DeliveryMode deliveryMode,
            String sessionId,
            AppointmentView.@Nullable Site site,
            Times times,
            AttemptStatus status,
            @Nullable ResultView result,
            long position) {
        AppointmentView view(@Nullable String name) {
            return new AppointmentView(
                    appointmentId,
                    registrationId,
                    subject,
                    title,
                    new PersonView(examinee, name),
                    deliveryMode,
                    sessionId,
                    site,
                    times.start,
                    times.end,
                    times.from,
                    times.until,
                    status,
                    times.scheduledAt,
                    result);
        }
    }
}
