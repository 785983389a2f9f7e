package io.examledger.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs as the system's clock does, some whole seconds ahead. How far is kept in the database, beside the events it
 * stamped, so that time never goes back, a restart included.
 */
final class SimulatedClock extends Clock {
    private final Clock system;
    private final JdbcClient jdbc;
    private volatile Duration ahead;

    SimulatedClock(Clock system, JdbcClient jdbc) {
        this.system = system;
        this.jdbc = jdbc;
        this.ahead = stored();
    }

    /** Goes forward by as many whole seconds as it is behind that instant; never back. */
    void advanceTo(Instant then) {
        Duration behind = Duration.between(instant(), then);
        if (behind.isPositive()) {
            jdbc.sql("update platform.test_clock set ahead_seconds = ahead_seconds + :seconds")
                    .param("seconds", behind.plusNanos(999_999_999).toSeconds())
                    .update();
            ahead = stored();
        }
    }

    private Duration stored() {
        return Duration.ofSeconds(jdbc.sql("select ahead_seconds from platform.test_clock")
                .query(Long.class)
                .single());
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone; calendar rules name theirs");
    }
}
