package io.examledger.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a projection whole batches. Rows, position and parked letters are written in the transaction that stores Axon's
 * token; an event at or below the stored position changes nothing, however often and late it comes.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionInvoker.class);
    private final Projection projection;
    private final ProjectionTables tables;
    private final ParkedLetters parked;
    private final ReadModelWriter rows;
    private final TransactionTemplate savepoint;
    private final Positions positions;
    private volatile @Nullable String stoppedBy;

    ProjectionInvoker(
            Projection projection,
            ProjectionTables tables,
            ParkedLetters parked,
            ReadModelWriter rows,
            TransactionTemplate savepoint,
            Positions positions) {
        this.projection = projection;
        this.tables = tables;
        this.parked = parked;
        this.rows = rows;
        this.savepoint = savepoint;
        this.positions = positions;
    }

    /** Every event, so that the position moves past those that are of no interest. */
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        if (!(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch)) {
            throw new IllegalStateException("a projection is run by a streaming processor");
        }
        if (batch.isLastMessage(event)) {
            long position = applyOrStop(batch.getMessages());
            batch.afterCommit(done -> {
                stoppedBy = null;
                positions.advanced(projection.name(), position);
            });
        }
    }

    private long applyOrStop(List<?> messages) {
        try {
            return apply(messages);
        } catch (RuntimeException e) {
            stoppedBy = e.getClass().getName();
            throw e;
        }
    }

    /** Class of what the last batch failed with; null if it was written. */
    @Nullable
    String stoppedBy() {
        return stoppedBy;
    }

    private long apply(List<?> messages) {
        long stored = tables.lock(projection);
        long reached = stored;
        List<Delivery> fresh = new ArrayList<>();
        for (Object message : messages) {
            TrackedEventMessage<?> event = (TrackedEventMessage<?>) message;
            long position = RecordedEvent.positionOf(event);
            if (position > stored) {
                requireNext(position, reached);
                reached = position;
                Delivery.of(event, projection).ifPresent(fresh::add);
            }
        }
        if (reached > stored) {
            applyFresh(fresh);
            tables.advance(projection.name(), reached);
        }
        return reached;
    }

    /**
     * The log has no holes, so neither has what it delivers. When the database lost the last rows in a crash, together
     * with their token, the processor has to begin again at the token.
     */
    private static void requireNext(long position, long reached) {
        if (position != reached + 1) {
            throw new IllegalStateException("event " + position + " was delivered after " + reached);
        }
    }

    private void applyFresh(List<Delivery> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> waiting = parked.sequences();
        if (waiting.isEmpty()) {
            try {
                project(fresh);
                return;
            } catch (RuntimeException e) {
                if (Failures.passing(e)) {
                    throw e;
                }
                LOG.warn("{} cannot apply a batch and goes event by event", projection.name(), e);
            }
        }
        applyOneByOne(fresh, new HashSet<>(waiting));
    }

    private void applyOneByOne(List<Delivery> fresh, Set<String> waiting) {
        for (Delivery delivery : fresh) {
            if (waiting.contains(delivery.sequence())) {
                parked.parkBehind(delivery.sequence(), delivery.message());
                continue;
            }
            try {
                project(List.of(delivery));
            } catch (RuntimeException e) {
                if (Failures.passing(e)) {
                    throw e;
                }
                LOG.error(
                        "{} cannot apply the event at {} and parks its sequence",
                        projection.name(),
                        delivery.event().position(),
                        e);
                parked.park(delivery.sequence(), delivery.message(), e);
                waiting.add(delivery.sequence());
            }
        }
    }

    /** Behind a savepoint, so that a failure leaves the transaction usable. */
    private void project(List<Delivery> deliveries) {
        List<RecordedEvent> events = deliveries.stream().map(Delivery::event).toList();
        savepoint.executeWithoutResult(nested -> Fold.apply(projection, events, rows));
    }

    /**
     * Tries every parked sequence once more. What can be applied now is applied and removed in one transaction for each
     * sequence, while no batch is being written.
     *
     * @return the number of sequences that are no longer parked
     */
    int retry() {
        return parked.retry(() -> tables.lock(projection), this::applyLetter);
    }

    private void applyLetter(EventMessage<?> letter) {
        Delivery.of((TrackedEventMessage<?>) letter, projection).ifPresent(delivery -> project(List.of(delivery)));
    }
}
