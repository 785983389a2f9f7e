package io.examledger.eventstore;

import java.time.Duration;

/**
 * How long an appending session may hold up the log. The database ends a session that goes beyond, so that a frozen
 * node, which cannot end it itself, blocks the others for seconds only. Before PostgreSQL 17 this does not reach a node that
 * freezes while a message of its own is on its way.
 *
 * @param lockWait waiting for the append lock; longer than {@code hold}, so that who waits outlasts who is frozen
 * @param hold each pause between two statements; the whole transaction lasts at most {@code lockWait + hold}
 */
public record AppendLimits(Duration lockWait, Duration hold) {
    public static final AppendLimits DEFAULT = new AppendLimits(Duration.ofSeconds(10), Duration.ofSeconds(5));

    public AppendLimits {
        if (hold.toMillis() < 1 || lockWait.compareTo(hold) <= 0) {
            throw new IllegalArgumentException("hold must be a millisecond or more, and the wait for the lock longer");
        }
    }

    /**
     * The statement a PostgreSQL connection for appends runs when it is made. It sets what the server knows
     * ({@code transaction_timeout} came with version 17), reads the head of the log after the lock was got, not before
     * (READ COMMITTED), and waits for the flush at the commit even if the server's default is not to.
     */
    public String postgresqlInitSql() {
        return """
               select set_config(name, value, false)
               from (values
                 ('lock_timeout', '%d'),
                 ('idle_in_transaction_session_timeout', '%d'),
                 ('transaction_timeout', '%d'),
                 ('default_transaction_isolation', 'read committed'),
                 ('synchronous_commit', 'on')) wanted (name, value)
               join pg_settings using (name)
               where name <> 'synchronous_commit' or setting = 'off'""".formatted(
                lockWait.toMillis(), hold.toMillis(), lockWait.plus(hold).toMillis());
    }
}
