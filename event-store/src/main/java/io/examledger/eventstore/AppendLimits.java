package io.examledger.eventstore;

import java.time.Duration;

/**
 * How long an appending session may hold up the log. The database ends a session that goes beyond, so that a frozen
 * node, which cannot end it itself, blocks the others for seconds only.
 *
 * @param lockWait waiting for the append lock
 * @param hold the whole transaction, and each pause between its statements
 */
public record AppendLimits(Duration lockWait, Duration hold) {
    public static final AppendLimits DEFAULT = new AppendLimits(Duration.ofSeconds(10), Duration.ofSeconds(5));

    /**
     * The statement a PostgreSQL connection for appends runs when it is made. It sets what the server knows:
     * {@code transaction_timeout} came with version 17.
     */
    public String postgresqlInitSql() {
        return """
               select set_config(name, case name when 'lock_timeout' then '%d' else '%d' end, false)
               from pg_settings
               where name in ('lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')""".formatted(lockWait.toMillis(), hold.toMillis());
    }
}
