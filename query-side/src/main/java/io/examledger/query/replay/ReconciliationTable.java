package io.examledger.query.replay;

import io.examledger.query.Instants;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the last reconciliation found, for all nodes. */
final class ReconciliationTable {
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    ReconciliationTable(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the transaction that is running. */
    void keep(ReconciliationView found, Instant checkedAt, String madeOf, int faults) {
        jdbc.update("delete from read_model.reconciliation", new MapSqlParameterSource());
        jdbc.update(
                """
                insert into read_model.reconciliation (position, made_of, checked_at, faults, outcome)
                values (:position, :madeOf, :checkedAt, :faults, :outcome)
                """,
                new MapSqlParameterSource("position", found.position())
                        .addValue("madeOf", madeOf)
                        .addValue("checkedAt", Instants.toColumn(checkedAt))
                        .addValue("faults", faults)
                        .addValue("outcome", json.writeValueAsString(found)));
    }

    Optional<ReconciliationView> last() {
        return jdbc
                .query(
                        "select outcome from read_model.reconciliation",
                        (row, number) -> json.readValue(row.getString("outcome"), ReconciliationView.class))
                .stream()
                .findFirst();
    }

    /** What the tables that are compared were made of when they were made. */
    Optional<String> madeOf() {
        return jdbc
                .query("select made_of from read_model.reconciliation", (row, number) -> row.getString("made_of"))
                .stream()
                .findFirst();
    }

    /** How long ago it was, by the database's clock; empty before the first. */
    Optional<Duration> age() {
        return jdbc
                .query(
                        "select kept_at, current_timestamp as now from read_model.reconciliation",
                        (row, number) -> Duration.between(
                                row.getObject("kept_at", OffsetDateTime.class),
                                row.getObject("now", OffsetDateTime.class)))
                .stream()
                .findFirst();
    }

    /** Rows that differ and sums that do not add up; empty before the first reconciliation. */
    Optional<Integer> faults() {
        return jdbc
                .query("select faults from read_model.reconciliation", (row, number) -> row.getInt("faults"))
                .stream()
                .findFirst();
    }
}
