package io.examledger.query.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Sees to it that one worker at a time builds in a shadow schema, of all nodes. */
final class ShadowClaim {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowClaim.class);
    private static final int HEARTBEATS = 10;
    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;
    private final MapSqlParameterSource values;
    private final String take;
    private final long beat;

    /**
     * @param worker unique to this process
     * @param silence after which another worker is taken for dead
     */
    ShadowClaim(NamedParameterJdbcTemplate jdbc, String schema, String worker, Duration silence) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.beat = Math.max(1, silence.toMillis() / HEARTBEATS);
        this.values = new MapSqlParameterSource("schema", schema).addValue("worker", worker);
        this.take = """
                update read_model.shadow
                set worker = :worker, touched_at = current_timestamp
                where schema_name = :schema
                  and (worker is null or worker = :worker or touched_at < current_timestamp - interval '%s' second)
                """.formatted(BigDecimal.valueOf(silence.toMillis(), 3));
    }

    private boolean take() {
        return jdbc.update(take, values) == 1;
    }

    /**
     * Takes it, if no other worker has it who is not silent, works, and gives it back.
     *
     * @return whether it was taken
     */
    boolean hold(Runnable work) {
        if (!take()) {
            return false;
        }
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(schema + "-heartbeat").factory());
        try {
            ScheduledFuture<?> unused = heart.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
            work.run();
        } finally {
            heart.shutdownNow();
            release();
        }
        return true;
    }

    private void beat() {
        try {
            renew();
        } catch (RuntimeException e) {
            // The work itself renews as well, in the transactions that matter.
            LOG.warn("{} could not be renewed", schema, e);
        }
    }

    /**
     * Renews it. In a transaction that writes, as its first statement, it keeps others out to the end.
     *
     * @throws ClaimLost if another worker has taken it
     */
    void renew() {
        int renewed = jdbc.update("""
                update read_model.shadow
                set touched_at = current_timestamp
                where schema_name = :schema and worker = :worker
                """, values);
        if (renewed == 0) {
            throw new ClaimLost(schema);
        }
    }

    private void release() {
        jdbc.update("""
                update read_model.shadow
                set worker = null
                where schema_name = :schema and worker = :worker
                """, values);
    }
}
