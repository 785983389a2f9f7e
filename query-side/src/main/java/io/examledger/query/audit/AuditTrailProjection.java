package io.examledger.query.audit;

import io.examledger.kernel.event.EventCatalogue;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * By what the history is searched: a row for each event, without what it says, and one for each thing that it concerns. The
 * events themselves stay in the log, whose append pays for no index but its own (ADR 0018).
 */
public final class AuditTrailProjection implements Projection {
    public static final String NAME = "audit-trail";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("audit_event", "audit_link");
    }

    @Override
    public List<String> growingTables() {
        return tables();
    }

    /** No row depends on another event: what cannot be written keeps back its own kind only. */
    @Override
    public Optional<String> sequenceOf(Object payload) {
        return Optional.of(EventCatalogue.typeOf(payload.getClass()).value());
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> trail = new ArrayList<>(events.size());
        List<MapSqlParameterSource> links = new ArrayList<>();
        for (RecordedEvent event : events) {
            trail.add(row(event));
            for (Mention mention : Mentions.of(event.payload())) {
                links.add(new MapSqlParameterSource("kind", mention.kind().name())
                        .addValue("id", mention.id())
                        .addValue("position", event.position()));
            }
        }
        rows.write("""
                insert into read_model.audit_event
                  (position, recorded_at, aggregate_type, aggregate_id, type, actor, correlation_id)
                values (:position, :recordedAt, :aggregateType, :aggregateId, :type, :actor, :correlationId)
                """, trail);
        rows.write("""
                insert into read_model.audit_link (kind, id, position)
                values (:kind, :id, :position)
                """, links);
    }

    private static MapSqlParameterSource row(RecordedEvent event) {
        return new MapSqlParameterSource("position", event.position())
                .addValue("recordedAt", Instants.toColumn(event.recordedAt()))
                .addValue("aggregateType", event.aggregate().type())
                .addValue("aggregateId", event.aggregate().id())
                .addValue(
                        "type",
                        EventCatalogue.typeOf(event.payload().getClass()).value())
                .addValue("actor", event.origin().actor())
                .addValue("correlationId", event.origin().correlationId());
    }
}
