package io.examledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The tables that say how far projections are and what they have parked. */
final class ProjectionTables {
    static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("read_model.token")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("updated_at")
            .setOwnerColumn("owner")
            .build();
    static final DeadLetterTable DEAD_LETTERS = new DeadLetterTable("read_model.dead_letter", "projection");

    private final NamedParameterJdbcTemplate jdbc;

    ProjectionTables(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** How far a projection is, and which version of it wrote the rows. */
    record Stand(long position, int version) {}

    /**
     * Locks the projection's row until the transaction ends, and says how far it is.
     *
     * @throws NewerRowsServed if a newer version of it has written the rows
     */
    long lock(Projection projection) {
        Stand stand =
                jdbc
                        .query("""
                        select position, version
                        from read_model.projection
                        where name = :name
                        for update
                        """, new MapSqlParameterSource("name", projection.name()), (row, number) -> stand(row))
                        .stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException("projection " + projection.name() + " has no position"));
        if (stand.version() > projection.version()) {
            throw new NewerRowsServed(projection, stand.version());
        }
        return stand.position();
    }

    /** Where nothing has been folded yet, nothing has to be rebuilt. */
    void beginAtPresentVersion(Projection projection) {
        jdbc.update(
                """
                update read_model.projection
                set version = :version
                where name = :name and version < :version and position = 0
                """, new MapSqlParameterSource("name", projection.name()).addValue("version", projection.version()));
    }

    void advance(String projection, long position) {
        jdbc.update("""
                update read_model.projection
                set position = :position
                where name = :name
                """, new MapSqlParameterSource("name", projection).addValue("position", position));
    }

    /** Number of sequences that wait for repair, of those projections that have any. */
    Map<String, Integer> parkedSequences() {
        Map<String, Integer> parked = new HashMap<>();
        jdbc.query("""
                select projection, count(distinct sequence_identifier) as sequences
                from read_model.dead_letter
                group by projection
                """, row -> {
            parked.put(row.getString("projection"), row.getInt("sequences"));
        });
        return parked;
    }

    /** Positions of the named projections; one that no migration has made is missing. */
    Map<String, Long> positions(Collection<String> projections) {
        Map<String, Long> positions = new HashMap<>();
        stands(projections).forEach((name, stand) -> positions.put(name, stand.position()));
        return positions;
    }

    /** Of the named projections; one that no migration has made is missing. */
    Map<String, Stand> stands(Collection<String> projections) {
        Map<String, Stand> stands = new HashMap<>();
        jdbc.query("""
                select name, position, version
                from read_model.projection
                where name in (:names)
                """, new MapSqlParameterSource("names", projections), row -> {
            stands.put(row.getString("name"), stand(row));
        });
        return stands;
    }

    private static Stand stand(ResultSet row) throws SQLException {
        return new Stand(row.getLong("position"), row.getInt("version"));
    }
}
