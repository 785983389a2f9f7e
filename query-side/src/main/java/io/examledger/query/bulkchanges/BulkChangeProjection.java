package io.examledger.query.bulkchanges;

import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** One row for each bulk change, and one for each reason why it skipped codes. */
public final class BulkChangeProjection implements Projection {
    @Override
    public String name() {
        return "bulk-changes";
    }

    @Override
    public List<String> tables() {
        return List.of("bulk_change", "bulk_change_refusal");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            // The codes of a chunk are nobody's to see; how many there are comes with the end of the selection.
            case BulkChangeEvent.Selected selected -> Optional.empty();
            case BulkChangeEvent.ChunkSelected selected -> Optional.empty();
            case BulkChangeEvent event -> Optional.of(event.bulkChangeId());
            default -> Optional.empty();
        };
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> requested = new ArrayList<>();
        List<MapSqlParameterSource> selected = new ArrayList<>();
        List<MapSqlParameterSource> progress = new ArrayList<>();
        List<MapSqlParameterSource> refusals = new ArrayList<>();
        List<MapSqlParameterSource> finished = new ArrayList<>();
        for (RecordedEvent event : events) {
            switch ((BulkChangeEvent) event.payload()) {
                case BulkChangeEvent.Requested e ->
                    requested.add(row(e).addValue("accountId", e.owner())
                            .addValue("action", e.action().name())
                            .addValue("status", BulkChangeStatus.RUNNING.name())
                            .addValue("requestedAt", Instants.toColumn(e.requestedAt()))
                            .addValue("position", event.position()));
                case BulkChangeEvent.SelectionCompleted e -> selected.add(row(e).addValue("total", e.total()));
                case BulkChangeEvent.ChunkDone e -> {
                    progress.add(row(e).addValue("changed", e.changed()));
                    e.refusals()
                            .forEach(refusal -> refusals.add(
                                    row(e).addValue("refusal", refusal.code()).addValue("codes", refusal.count())));
                }
                case BulkChangeEvent.Finished e ->
                    finished.add(row(e).addValue("status", BulkChangeStatus.DONE.name())
                            .addValue("finishedAt", Instants.toColumn(e.finishedAt())));
                case BulkChangeEvent.Selected e ->
                    throw new IllegalArgumentException("not an event of bulk changes: " + e);
                case BulkChangeEvent.ChunkSelected e ->
                    throw new IllegalArgumentException("not an event of bulk changes: " + e);
            }
        }
        BulkChangeTable.write(rows, requested, selected, progress, refusals, finished);
    }

    private static MapSqlParameterSource row(BulkChangeEvent e) {
        return new MapSqlParameterSource("bulkChangeId", e.bulkChangeId());
    }
}
