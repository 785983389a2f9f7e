package io.examledger.query.registrations;

import io.examledger.query.Criteria;
import io.examledger.query.Instants;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.accounts.PersonView;
import io.examledger.query.registrations.RegistrationView.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads registrations, newest first. */
public final class FindRegistrations {
    private final NamedParameterJdbcTemplate jdbc;
    private final AccountNames names;
    private final Moment moment;

    public FindRegistrations(NamedParameterJdbcTemplate jdbc, AccountNames names) {
        this(jdbc, names, Moment.PRESENT);
    }

    private FindRegistrations(NamedParameterJdbcTemplate jdbc, AccountNames names, Moment moment) {
        this.jdbc = jdbc;
        this.names = names;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). Names are those of today. */
    public FindRegistrations at(Moment asked) {
        return new FindRegistrations(jdbc, names, asked);
    }

    /** @param account who paid for them, or sits; null for all */
    public Page<RegistrationView> page(@Nullable String account, PageRequest request) {
        Criteria criteria = new Criteria()
                .where("(account_id = :account or examinee = :account)", "account", account)
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<Row> rows = jdbc.query(
                """
                select registration_id, examinee, subject, order_id, redeem_code_id, valid_until, opened_at,
                  withdrawn_at, expired_at, used_at, position
                from %s registration
                %sorder by position desc
                limit :rows
                """.formatted(moment.rowsOf(RegistrationProjection.REGISTRATIONS), criteria.clause()),
                criteria.values(),
                (row, number) -> read(row));
        return Page.of(rows, request, Row::position, this::views);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("registration_id"),
                row.getString("examinee"),
                row.getString("subject"),
                row.getString("order_id"),
                row.getString("redeem_code_id"),
                Instants.required(row, "valid_until"),
                Instants.required(row, "opened_at"),
                Instants.fromColumn(row, "withdrawn_at"),
                Instants.fromColumn(row, "expired_at"),
                Instants.fromColumn(row, "used_at"),
                row.getLong("position"));
    }

    private List<RegistrationView> views(List<Row> rows) {
        Map<String, String> examinees =
                names.of(rows.stream().map(Row::examinee).toList());
        return rows.stream()
                .map(row -> new RegistrationView(
                        row.registrationId,
                        row.subject,
                        new PersonView(row.examinee, examinees.get(row.examinee)),
                        row.orderId,
                        row.redeemCodeId,
                        row.status(),
                        row.openedAt,
                        row.withdrawnAt,
                        row.validUntil))
                .toList();
    }

    private record Row(
            String registrationId,
            String examinee,
            String subject,
            String orderId,
            @Nullable String redeemCodeId,
            Instant validUntil,
            Instant openedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant expiredAt,
            @Nullable Instant usedAt,
            long position) {
        Status status() {
            if (withdrawnAt != null) {
                return Status.WITHDRAWN;
            }
            if (usedAt != null) {
                return Status.USED;
            }
            return expiredAt == null ? Status.OPEN : Status.EXPIRED;
        }
    }
}
