package io.examledger.query.projection;

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

    /** Locks the projection's row until the transaction ends, and says how far it is. */
    long lock(String projection) {
        Long position = jdbc.queryForObject("""
                select position
                from read_model.projection
                where name = :name
                for update
                """, new MapSqlParameterSource("name", projection), Long.class);
        if (position == null) {
            throw new IllegalStateException("projection " + projection + " has no position");
        }
        return position;
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
        jdbc.query("""
                select name, position
                from read_model.projection
                where name in (:names)
                """, new MapSqlParameterSource("names", projections), row -> {
            positions.put(row.getString("name"), row.getLong("position"));
        });
        return positions;
    }
}
