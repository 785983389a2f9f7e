package io.examledger.query.replay;

import io.examledger.query.projection.Fold;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.RecordedEvent;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds the log into shadow tables, with the folds that write the served ones. */
final class Rebuild {
    private final LogPages log;
    private final ShadowTables shadow;
    private final TransactionTemplate transaction;

    /** @param transaction one of its own for each page of events */
    Rebuild(LogPages log, ShadowTables shadow, TransactionTemplate transaction) {
        this.log = log;
        this.shadow = shadow;
        this.transaction = transaction;
    }

    /**
     * Folds all events after a position up to another into the tables of all projections, which have seen neither more
     * nor less than the events up to {@code after}.
     *
     * @param done told the last position of each page, in the page's transaction
     * @throws RuntimeException if an event cannot be folded; the pages before it are stored
     */
    void fold(List<Projection> projections, long after, long upTo, LongConsumer done) {
        log.read(
                after,
                upTo,
                page -> transaction.executeWithoutResult(status -> {
                    shadow.preferKeys();
                    projections.forEach(projection -> fold(projection, page));
                    done.accept(page.getLast().position());
                }));
    }

    private void fold(Projection projection, List<RecordedEvent> page) {
        List<RecordedEvent> interesting = page.stream()
                .filter(event -> projection.sequenceOf(event.payload()).isPresent())
                .toList();
        if (!interesting.isEmpty()) {
            Fold.apply(projection, interesting, shadow.writer());
        }
        shadow.advance(projection.name(), page.getLast().position());
    }
}
