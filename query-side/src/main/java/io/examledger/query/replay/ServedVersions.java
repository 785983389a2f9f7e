package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Which versions of the projections have written the rows that are served, in the transaction that is running. */
final class ServedVersions {
    private final NamedParameterJdbcTemplate jdbc;

    ServedVersions(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which rows of an older version are served. Where nothing has been folded yet, there are none. */
    List<Projection> outdated(List<Projection> projections) {
        Map<String, Integer> served = of(projections, "and position > 0");
        return projections.stream()
                .filter(projection ->
                        served.getOrDefault(projection.name(), projection.version()) < projection.version())
                .toList();
    }

    /** Whether rows of a newer version are served: a node of an older release leaves them alone. */
    boolean areNewerThan(List<Projection> projections) {
        Map<String, Integer> served = of(projections, "");
        return projections.stream()
                .anyMatch(projection -> served.getOrDefault(projection.name(), 0) > projection.version());
    }

    /** Whether the rows were written by the very versions that are given. */
    boolean areOf(List<Projection> projections) {
        Map<String, Integer> served = of(projections, "");
        return projections.stream()
                .allMatch(projection -> served.getOrDefault(projection.name(), 0) == projection.version());
    }

    private Map<String, Integer> of(List<Projection> projections, String condition) {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.query(
                "select name, version from read_model.projection where name in (:names) " + condition,
                new MapSqlParameterSource(
                        "names", projections.stream().map(Projection::name).toList()),
                row -> {
                    versions.put(row.getString("name"), row.getInt("version"));
                });
        return versions;
    }

    /**
     * Rows that the projection has written are served from now on.
     *
     * @throws IllegalStateException if a newer version has written those that are served now
     */
    void raise(Projection projection) {
        int raised = jdbc.update(
                """
                update read_model.projection
                set version = :version
                where name = :name and version <= :version
                """, new MapSqlParameterSource("name", projection.name()).addValue("version", projection.version()));
        if (raised == 0) {
            throw new IllegalStateException("rows of a newer version of " + projection.name()
                    + " are served than version " + projection.version());
        }
    }
}
