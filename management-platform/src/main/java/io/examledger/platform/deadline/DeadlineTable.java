package io.examledger.platform.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deadlines that are open. */
final class DeadlineTable {
    private final JdbcClient jdbc;

    DeadlineTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Replaces the one under the same key. Only the one reader of the log writes here, so nobody comes in between. */
    void set(Deadline deadline) {
        lift(deadline.kind(), deadline.key());
        jdbc.sql("""
                        insert into platform.deadline
                          (kind, deadline_key, due_at, try_at, position, event_id, correlation_id)
                        values
                          (:kind, :key, :due, :due, :position, :eventId, :correlationId)
                        """)
                .param("kind", deadline.kind())
                .param("key", deadline.key())
                .param("due", column(deadline.due()))
                .param("position", deadline.position())
                .param("eventId", deadline.eventId())
                .param("correlationId", deadline.correlationId())
                .update();
    }

    void lift(String kind, String key) {
        jdbc.sql("delete from platform.deadline where kind = :kind and deadline_key = :key")
                .param("kind", kind)
                .param("key", key)
                .update();
    }

    /** Those to be tried by then, earliest first. */
    List<Deadline> due(Instant now, int limit) {
        return jdbc.sql("""
                        select kind, deadline_key, due_at, failures, position, event_id, correlation_id
                        from platform.deadline
                        where try_at <= :now
                        order by try_at, position, kind, deadline_key
                        limit :limit
                        """)
                .param("now", column(now))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Deadline read(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString("kind"),
                row.getString("deadline_key"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("correlation_id"));
    }

    /** When something is to be tried next; empty if nothing is open. */
    Optional<Instant> next() {
        return jdbc.sql("select min(try_at) from platform.deadline")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Its command was stored or refused. One that an event has set anew meanwhile stays. */
    void done(Deadline deadline) {
        jdbc.sql("""
                        delete from platform.deadline
                        where kind = :kind and deadline_key = :key and position = :position
                        """)
                .param("kind", deadline.kind())
                .param("key", deadline.key())
                .param("position", deadline.position())
                .update();
    }

    /** Its command failed. */
    void postpone(Deadline deadline, Instant next) {
        jdbc.sql("""
                        update platform.deadline
                        set try_at = :next, failures = failures + 1
                        where kind = :kind and deadline_key = :key and position = :position
                        """)
                .param("next", column(next))
                .param("kind", deadline.kind())
                .param("key", deadline.key())
                .param("position", deadline.position())
                .update();
    }

    /** How many have failed and wait for another try. */
    int failing() {
        return jdbc.sql("select count(*) from platform.deadline where failures > 0")
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
