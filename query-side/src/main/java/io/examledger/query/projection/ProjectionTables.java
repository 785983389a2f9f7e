package io.examledger.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
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
    static final DeadLetterSchema DEAD_LETTERS = DeadLetterSchema.builder()
            .deadLetterTable("read_model.dead_letter")
            .deadLetterIdentifierColumn("dead_letter_id")
            .processingGroupColumn("projection")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_id")
            .timestampColumn("event_time")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("aggregate_sequence")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

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

    Set<String> parkedSequences(String projection) {
        return new HashSet<>(jdbc.queryForList("""
                select distinct sequence_identifier
                from read_model.dead_letter
                where projection = :name
                """, new MapSqlParameterSource("name", projection), String.class));
    }
}
