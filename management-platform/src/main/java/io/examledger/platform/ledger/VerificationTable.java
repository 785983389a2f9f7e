package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.Fault;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.platform.ledger.Verification.Asked;
import io.examledger.platform.ledger.Verification.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verifications that were asked for: a restart loses none. */
final class VerificationTable {
    /** A worker that has said nothing for so long is gone, and another may take what it left. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final String SELECT = """
            select verification_id, given_from, given_to, from_position, to_position, status, events_done, millis,
              fault_at, fault_kind, fault, first_answered
            from platform.ledger_verification
            """;

    private final JdbcClient jdbc;

    VerificationTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @return whether the key was new; always without one */
    boolean insert(Verification verification, String scope, @Nullable IdempotencyKey key, Instant now) {
        return jdbc.sql("""
                        insert into platform.ledger_verification
                          (verification_id, scope, idempotency_key, given_from, given_to, from_position, to_position,
                           status, requested_at, touched_at)
                        values (:id, :scope, :key, :givenFrom, :givenTo, :from, :to, 'RUNNING', :now, :now)
                        on conflict do nothing
                        """)
                        .param("id", verification.verificationId())
                        .param("scope", scope)
                        .param("key", key == null ? null : key.value())
                        .param("givenFrom", verification.asked().from())
                        .param("givenTo", verification.asked().to())
                        .param("from", verification.from())
                        .param("to", verification.to())
                        .param("now", column(now))
                        .update()
                == 1;
    }

    Optional<Verification> byKey(String scope, IdempotencyKey key) {
        return jdbc.sql(SELECT + "where scope = :scope and idempotency_key = :key")
                .param("scope", scope)
                .param("key", key.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Verification> byId(String id) {
        return jdbc.sql(SELECT + "where verification_id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** It was answered while it ran. */
    void answered(Verification verification) {
        jdbc.sql("""
                        update platform.ledger_verification set first_answered = :done
                        where verification_id = :id and first_answered is null
                        """)
                .param("done", verification.eventsDone())
                .param("id", verification.verificationId())
                .update();
    }

    int running() {
        return jdbc.sql("select count(*) from platform.ledger_verification where status = 'RUNNING'")
                .query(Integer.class)
                .single();
    }

    /** Those nobody works on, earliest first. */
    List<Verification> open(Instant now) {
        return jdbc.sql(SELECT + """
                        where status = 'RUNNING' and (worker is null or touched_at < :silent)
                        order by requested_at
                        """)
                .param("silent", column(now.minus(SILENCE)))
                .query((row, number) -> read(row))
                .list();
    }

    /** @return whether it is the worker's now */
    boolean take(Verification verification, String worker, Instant now) {
        return jdbc.sql("""
                        update platform.ledger_verification
                        set worker = :worker, touched_at = :now, events_done = 0, millis = 0
                        where verification_id = :id and status = 'RUNNING' and (worker is null or touched_at < :silent)
                        """)
                        .param("worker", worker)
                        .param("now", column(now))
                        .param("id", verification.verificationId())
                        .param("silent", column(now.minus(SILENCE)))
                        .update()
                == 1;
    }

    /** @return not if another worker has taken it */
    boolean progress(Verification verification, String worker, long done, long millis, Instant now) {
        return jdbc.sql("""
                        update platform.ledger_verification
                        set events_done = :done, millis = :millis, touched_at = :now
                        where verification_id = :id and worker = :worker and status = 'RUNNING'
                        """)
                        .param("done", done)
                        .param("millis", millis)
                        .param("now", column(now))
                        .param("id", verification.verificationId())
                        .param("worker", worker)
                        .update()
                == 1;
    }

    void finish(Verification verification, String worker, Optional<Fault> fault) {
        jdbc.sql("""
                        update platform.ledger_verification
                        set status = :status, fault_at = :at, fault_kind = :kind, fault = :fault
                        where verification_id = :id and worker = :worker and status = 'RUNNING'
                        """)
                .param("status", (fault.isPresent() ? Status.BROKEN : Status.INTACT).name())
                .param("at", fault.map(Fault::position).orElse(null))
                .param("kind", fault.map(found -> found.kind().name()).orElse(null))
                .param("fault", fault.map(Fault::detail).orElse(null))
                .param("id", verification.verificationId())
                .param("worker", worker)
                .update();
    }

    /** Gives back what was not finished, so that another worker need not wait. */
    void release(Verification verification, String worker) {
        jdbc.sql("""
                        update platform.ledger_verification set worker = null
                        where verification_id = :id and worker = :worker and status = 'RUNNING'
                        """)
                .param("id", verification.verificationId())
                .param("worker", worker)
                .update();
    }

    /** The first place of a fault that no later verification of that place, and of all that follows, has found intact. */
    Optional<Long> standingFault() {
        return jdbc.sql("""
                        select min(broken.fault_at)
                        from platform.ledger_verification broken
                        where broken.status = 'BROKEN'
                          and not exists (
                            select 1
                            from platform.ledger_verification later
                            where later.status = 'INTACT'
                              and later.requested_at > broken.requested_at
                              and later.from_position <= broken.fault_at
                              and later.given_to is null)
                        """)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    private static Verification read(ResultSet row) throws SQLException {
        Long faultAt = row.getObject("fault_at", Long.class);
        return new Verification(
                row.getString("verification_id"),
                new Asked(row.getObject("given_from", Long.class), row.getObject("given_to", Long.class)),
                row.getLong("from_position"),
                row.getLong("to_position"),
                Status.valueOf(row.getString("status")),
                row.getLong("events_done"),
                row.getLong("millis"),
                faultAt == null
                        ? null
                        : new Fault(Fault.Kind.valueOf(row.getString("fault_kind")), faultAt, row.getString("fault")),
                row.getObject("first_answered", Long.class));
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
