package io.examledger.query.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The replays that the system has asked for itself. */
final class SystemReplays {
    /** Who asked for them. */
    static final String SYSTEM = "system";

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

    int number() {
        Integer number = jdbc.queryForObject(
                "select count(*) from read_model.replay where requested_by = :system", values(), Integer.class);
        return number == null ? 0 : number;
    }

    /**
     * Asks for one more.
     *
     * @param number of those there are; of all nodes that know as many, one asks
     * @return whether it was this one
     */
    boolean ask(ReplayJob job, int number) {
        return table.insert(job, SYSTEM, "version-" + (number + 1));
    }

    /** Those for the same versions, last one first. */
    List<Attempt> attempts(ReplayJob job) {
        return jdbc.query("""
                select failure, finished_at, current_timestamp as now
                from read_model.replay
                where requested_by = :system and projections = :projections and versions = :versions
                  and finished_at is not null
                order by finished_at desc
                """, ReplayTable.addVersions(values(), job), (row, number) -> attempt(row));
    }

    /** What the last of them failed with. */
    Optional<String> failure(ReplayJob job) {
        return attempts(job).stream().findFirst().map(Attempt::failure);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Duration.between(
                        row.getObject("finished_at", OffsetDateTime.class), row.getObject("now", OffsetDateTime.class)),
                row.getString("failure"));
    }

    private static MapSqlParameterSource values() {
        return new MapSqlParameterSource("system", SYSTEM);
    }
}
