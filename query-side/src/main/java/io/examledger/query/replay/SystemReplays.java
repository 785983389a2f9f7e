package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The replays that the system has asked for itself. */
final class SystemReplays {
    /** Who asked for them. */
    static final String SYSTEM = "system";

    /** What its keys begin with. No key of a caller, who may be called the same, begins with a space. */
    private static final String KEY = " version-";

    /** One that has failed is asked for again until then: the pauses are an hour long at most, more or less. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(2);

    private final NamedParameterJdbcTemplate jdbc;
    private final ReplayTable table;

    SystemReplays(NamedParameterJdbcTemplate jdbc, ReplayTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /**
     * One that has come to an end and has not led to what it was for.
     *
     * @param ago by the database's clock
     * @param failure null if it did not fail: a node of an older release has done it
     */
    record Attempt(Duration ago, @Nullable String failure) {}

    /** Of the last one that is known; 0 if there is none. Whatever is deleted before it, the next number is free. */
    int number() {
        return jdbc.query("""
                        select idempotency_key
                        from read_model.replay
                        where requested_by = :system and idempotency_key like :keys
                        """, values(), (row, number) -> row.getString("idempotency_key")).stream()
                .mapToInt(key -> Integer.parseInt(key.substring(KEY.length())))
                .max()
                .orElse(0);
    }

    /**
     * Asks for one more.
     *
     * @param number of the last one that is known; of all nodes that know the same, one asks
     * @return whether it was this one
     */
    boolean ask(ReplayJob job, int number) {
        return table.insert(job, SYSTEM, KEY + (number + 1));
    }

    /** Those for the same versions, last one first. */
    List<Attempt> attempts(ReplayJob job) {
        return jdbc.query("""
                select failure, finished_at, current_timestamp as now
                from read_model.replay
                where requested_by = :system and idempotency_key like :keys
                  and projections = :projections and versions = :versions
                  and finished_at is not null
                order by finished_at desc
                """, ReplayTable.addVersions(values(), job), (row, number) -> attempt(row));
    }

    /** What the last of them failed with. */
    Optional<String> failure(ReplayJob job) {
        return attempts(job).stream().findFirst().map(Attempt::failure);
    }

    /**
     * Whether rows of later versions than these are to be served, as nodes of a newer release want that run beside: what is
     * served is folded by them already. Also if the last try failed and there will be another.
     */
    boolean areForNewerThan(List<Projection> projections) {
        return Stream.concat(table.open().stream().filter(ReplayJob::swap), failed().stream())
                .anyMatch(job -> job.isNewerThan(projections));
    }

    private List<ReplayJob> failed() {
        return jdbc
                .query(
                        """
                        select replay.*, current_timestamp as now
                        from read_model.replay replay
                        where requested_by = :system and idempotency_key like :keys and status = 'FAILED'
                        """,
                        values(),
                        (row, number) -> attempt(row).ago().compareTo(GIVEN_UP_AFTER) < 0
                                ? Optional.of(ReplayTable.job(row))
                                : Optional.<ReplayJob>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Duration.between(
                        row.getObject("finished_at", OffsetDateTime.class), row.getObject("now", OffsetDateTime.class)),
                row.getString("failure"));
    }

    private static MapSqlParameterSource values() {
        return new MapSqlParameterSource("system", SYSTEM).addValue("keys", KEY + "%");
    }
}
