package io.examledger.query.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table of replays. Each change is a transaction of its own, so that others see it at once. */
final class ReplayTable {
    private static final int LONGEST_FAILURE = 1_000;
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    ReplayTable(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return not if the same caller has used the key before */
    boolean insert(ReplayJob job, String requestedBy, @Nullable String key) {
        return jdbc.update(
                        """
                        insert into read_model.replay
                          (replay_id, requested_by, idempotency_key, projections, versions, swap, status)
                        values (:id, :requestedBy, :key, :projections, :versions, :swap, 'QUEUED')
                        on conflict do nothing
                        """,
                        addVersions(values(job.replayId()), job)
                                .addValue("requestedBy", requestedBy)
                                .addValue("key", key)
                                .addValue("swap", job.swap()))
                == 1;
    }

    Optional<ReplayJob> byKey(String requestedBy, String key) {
        return jdbc
                .query(
                        """
                        select * from read_model.replay
                        where requested_by = :requestedBy and idempotency_key = :key
                        """,
                        new MapSqlParameterSource("requestedBy", requestedBy).addValue("key", key),
                        (row, number) -> job(row))
                .stream()
                .findFirst();
    }

    Optional<ReplayView> find(String replayId) {
        return jdbc
                .query(
                        "select *, current_timestamp as now from read_model.replay where replay_id = :id",
                        values(replayId),
                        (row, number) -> view(row))
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<ReplayView> latest(int limit) {
        return jdbc.query(
                "select *, current_timestamp as now from read_model.replay order by requested_at desc limit :limit",
                new MapSqlParameterSource("limit", limit),
                (row, number) -> view(row));
    }

    /** Those that are not done, oldest first. Whoever has the shadow schema may work on them. */
    List<ReplayJob> open() {
        return jdbc.query(
                "select * from read_model.replay where status in ('QUEUED', 'RUNNING') order by requested_at",
                (row, number) -> job(row));
    }

    void start(String replayId, String worker) {
        jdbc.update("""
                update read_model.replay
                set status = 'RUNNING', worker = :worker, outcome = null, events_done = 0, events_total = 0,
                    started_at = current_timestamp
                where replay_id = :id
                """, values(replayId).addValue("worker", worker));
    }

    void progress(String replayId, long done, long total) {
        jdbc.update("""
                update read_model.replay
                set events_done = :done, events_total = :total
                where replay_id = :id
                """, values(replayId).addValue("done", done).addValue("total", total));
    }

    /** What was compared stays, whatever becomes of the swap. */
    void compared(String replayId, Outcome outcome) {
        jdbc.update(
                "update read_model.replay set outcome = :outcome where replay_id = :id",
                values(replayId).addValue("outcome", json.writeValueAsString(outcome)));
    }

    /** In the transaction that is running. */
    void done(String replayId, String worker, Outcome outcome) {
        finish(replayId, worker, ReplayStatus.DONE, json.writeValueAsString(outcome), null);
    }

    void failed(String replayId, String worker, String failure) {
        finish(
                replayId,
                worker,
                ReplayStatus.FAILED,
                null,
                failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)));
    }

    private void finish(
            String replayId, String worker, ReplayStatus status, @Nullable String outcome, @Nullable String failure) {
        jdbc.update(
                """
                update read_model.replay
                set status = :status, outcome = coalesce(:outcome, outcome), failure = :failure, worker = null,
                    finished_at = current_timestamp
                where replay_id = :id and worker = :worker and status = 'RUNNING'
                """,
                values(replayId)
                        .addValue("worker", worker)
                        .addValue("status", status.name())
                        .addValue("outcome", outcome)
                        .addValue("failure", failure));
    }

    private static MapSqlParameterSource values(String replayId) {
        return new MapSqlParameterSource("id", replayId);
    }

    static ReplayJob job(ResultSet row) throws SQLException {
        List<String> projections = projections(row);
        String versions = row.getString("versions");
        List<String> wanted = versions == null ? List.of() : List.of(versions.split(","));
        SortedMap<String, Integer> named = new TreeMap<>();
        for (int i = 0; i < projections.size(); i++) {
            named.put(projections.get(i), i < wanted.size() ? Integer.parseInt(wanted.get(i)) : 1);
        }
        return new ReplayJob(row.getString("replay_id"), named, row.getBoolean("swap"));
    }

    /** As the table has them. */
    static MapSqlParameterSource addVersions(MapSqlParameterSource values, ReplayJob job) {
        return values.addValue("projections", String.join(",", job.projections()))
                .addValue(
                        "versions",
                        job.versions().values().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static List<String> projections(ResultSet row) throws SQLException {
        return List.of(row.getString("projections").split(","));
    }

    private ReplayView view(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Outcome found = outcome == null ? null : json.readValue(outcome, Outcome.class);
        long done = row.getLong("events_done");
        long total = row.getLong("events_total");
        Instant finished = instant(row, "finished_at");
        long rate = rate(done, instant(row, "started_at"), finished == null ? instant(row, "now") : finished);
        return new ReplayView(
                row.getString("replay_id"),
                row.getString("requested_by"),
                ReplayStatus.valueOf(row.getString("status")),
                projections(row),
                done,
                total,
                rate,
                finished != null || rate == 0 ? null : (total - done) / rate,
                found == null ? null : found.tables().stream().allMatch(TableView::equal),
                found != null && found.swapped(),
                found == null ? List.of() : found.tables(),
                found == null ? List.of() : found.differences(),
                row.getString("failure"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                finished);
    }

    private static long rate(long done, @Nullable Instant started, @Nullable Instant until) {
        if (started == null || until == null) {
            return 0;
        }
        return done * 1_000 / Math.max(1, Duration.between(started, until).toMillis());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
