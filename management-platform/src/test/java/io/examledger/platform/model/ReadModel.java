package io.examledger.platform.model;

import io.examledger.query.accounts.AccountProjection;
import io.examledger.query.attempts.AttemptProjection;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.overview.OverviewProjection;
import io.examledger.query.projection.Fold;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.TableWriter;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import io.examledger.query.registrations.RegistrationProjection;
import io.examledger.query.sites.SiteProjection;
import io.examledger.query.subjects.SubjectProjection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The read models, folded from a log by the projections themselves, in batches as a live node that has fallen behind gets them. */
final class ReadModel {
    private static final int BATCH = 2_000;
    private static final Map<String, String> ROWS = Map.of(
            "code",
            "select redeem_code_id, order_id, account_id, status, digest, holder from read_model.redeem_code",
            "bill",
            """
            select order_id, account_id, total, status, issued, unused, bound, scheduled, completed, refunded, expired,
              refund_status, refund_amount
            from read_model.bill
            """,
            "registration",
            """
            select registration_id, examinee, account_id, subject, redeem_code_id, withdrawn_at is not null as withdrawn,
              expired_at is not null as expired, used_at is not null as used
            from read_model.registration
            """,
            "session",
            "select session_id, seats, taken from read_model.exam_session",
            "attempt",
            """
            select appointment_id, examinee, session_id, status, outcome, released_at is not null as released
            from read_model.attempt
            """,
            "overview",
            """
            select concat(seen_by, ' ', account_id, ' ', subject) as id, purchased, unused, bound, scheduled, completed,
              refunded, expired, registrations, attended, passed
            from read_model.overview
            """);

    private final List<Projection> projections = List.of(
            new SubjectProjection(),
            new AccountProjection(),
            new RedeemCodeProjection(),
            new BillProjection(),
            new OverviewProjection(),
            new RegistrationProjection(),
            new AttemptProjection(),
            new SiteProjection());
    private final JdbcTemplate jdbc;
    private final ReadModelWriter writer;
    private final TransactionTemplate transaction;

    ReadModel(DataSource database) {
        jdbc = new JdbcTemplate(database);
        writer = new TableWriter(new NamedParameterJdbcTemplate(database));
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    void fold(Stream<? extends TrackedEventMessage<?>> log) {
        List<RecordedEvent> batch = new ArrayList<>();
        for (Iterator<? extends TrackedEventMessage<?>> events = log.iterator(); events.hasNext(); ) {
            TrackedEventMessage<?> event = events.next();
            batch.add(RecordedEvent.of(event));
            if (batch.size() == BATCH || !events.hasNext()) {
                write(batch);
                batch.clear();
            }
        }
    }

    private void write(List<RecordedEvent> batch) {
        transaction.executeWithoutResult(written -> projections.forEach(projection -> {
            List<RecordedEvent> interesting = batch.stream()
                    .filter(event -> projection.sequenceOf(event.payload()).isPresent())
                    .toList();
            if (!interesting.isEmpty()) {
                Fold.apply(projection, interesting, writer);
            }
        }));
    }

    /** All rows that are compared, by table and key. */
    Map<String, Facts> rows() {
        Map<String, Facts> rows = new TreeMap<>();
        ROWS.forEach((table, sql) -> jdbc.query(sql, row -> {
            Facts facts = facts(row, table.equals("overview"));
            if (!facts.isEmpty()) {
                rows.put(table + " " + row.getString(1), facts);
            }
        }));
        return rows;
    }

    /** In the overview, nothing is as good as no row. */
    private static Facts facts(ResultSet row, boolean counts) throws SQLException {
        Facts facts = new Facts();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            String value = row.getString(column);
            facts.with(
                    columns.getColumnLabel(column),
                    BOOLEANS.getOrDefault(String.valueOf(value), String.valueOf(value)));
        }
        return counts ? facts.withoutZeros() : facts;
    }

    private static final Map<String, String> BOOLEANS =
            Map.of("t", "true", "f", "false", "TRUE", "true", "FALSE", "false");
}
