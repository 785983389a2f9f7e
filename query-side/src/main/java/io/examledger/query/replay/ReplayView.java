package io.examledger.query.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as its client sees it.
 *
 * @param requestedBy who asked for it; {@code system} where rows of an older version were served
 * @param eventsDone of {@code eventsTotal}, which grows while others write
 * @param eventsPerSecond since it was begun
 * @param secondsLeft by the rate so far; null before it has one, and afterwards
 * @param equal whether all tables were equal; null until that is known
 * @param swapped whether the rebuilt tables are served
 * @param tables compared so far
 * @param differences rows that differ, a hundred for each table at most
 * @param failure why it failed
 */
public record ReplayView(
        String replayId,
        String requestedBy,
        ReplayStatus status,
        List<String> projections,
        long eventsDone,
        long eventsTotal,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Boolean equal,
        boolean swapped,
        List<TableView> tables,
        List<Difference> differences,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant finishedAt) {}
