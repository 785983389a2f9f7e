package io.examledger.eventstore;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The event log behind Axon's event store. It appends in groups ({@link GroupAppender}), in commit order without holes
 * ({@link LogWriter}), each row chained to the one before ({@link io.examledger.eventstore.proof.HashChain}), together with the claims and the receipt
 * that were attached to the unit of work ({@link Attachments}).
 */
public final class LedgerEventStorageEngine extends WithoutSnapshots {
    private final GroupAppender appender;
    private final LogReader reader;
    private final GroupReader streams;
    private final LogTail tail;

    private LedgerEventStorageEngine(Builder builder, LogSignal signal) {
        super(builder);
        this.tail = new LogTail(
                rows -> EventUtils.upcastAndDeserializeTrackedEvents(rows, getEventSerializer(), upcasterChain)
                        .toList());
        LogDialect dialect = requireNonNull(builder.dialect);
        LogWriter writer = new LogWriter(
                requireNonNull(builder.appends), dialect, requireNonNull(builder.clock), signal.node(), tail);
        this.appender = new GroupAppender(new GroupCommit(writer, builder.resolvePause, signal::raise));
        this.reader = new LogReader(requireNonNull(builder.reads), dialect);
        this.streams = new GroupReader(aggregateIds -> reader.beginningsOf(aggregateIds, batchSize()));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> rows =
                events.stream().map(event -> NewEvent.of(event, serializer)).toList();
        if (!CurrentUnitOfWork.isStarted()) {
            appender.append(new Append(rows, List.of(), null));
            return;
        }
        Attachments attachments = Attachments.of(CurrentUnitOfWork.get());
        if (attachments.position().isPresent()) {
            throw new IllegalStateException(
                    "events were published after the unit of work's append: a second append would not be atomic with it");
        }
        attachments.storedAt(appender.append(attachments.with(rows)));
    }

    /**
     * Stores the receipt of a command that has no events, such as a refused one.
     *
     * @return position of the head of the log
     * @throws ReceiptExistsException if the key has been used
     */
    public long append(Receipt receipt) {
        return appender.append(new Append(List.of(), List.of(), receipt));
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateId, long first, int batchSize) {
        return first > 0
                ? reader.ofAggregate(aggregateId, first, batchSize)
                : ReadAhead.find(aggregateId)
                        .orElseGet(() -> streams.streams(Set.of(aggregateId)).of(aggregateId));
    }

    /**
     * Reads the streams of aggregates that the current unit of work is about to load, in one query instead of one for
     * each.
     */
    public void readAhead(Set<String> aggregateIds) {
        new ReadAhead(aggregateIds, streams.streams(aggregateIds)).keep();
    }

    /** Whether the current unit of work has read ahead that there are no events of the aggregate. */
    public static boolean foundNone(String aggregateId) {
        return ReadAhead.find(aggregateId).map(List::isEmpty).orElse(false);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        return reader.after(Position.of(last), batchSize);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken last, boolean mayBlock) {
        return reader.allAfter(Position.of(last), batchSize());
    }

    /** What this node stored last. */
    LogTail tail() {
        return tail;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return reader.lastSequenceOf(aggregateId);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(headPosition());
    }

    /** Position of the last event; 0 in an empty log. */
    public long headPosition() {
        return reader.headPosition();
    }

    /** The last position recorded before the instant. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(reader.lastPositionAt(instant.minusNanos(1)));
    }

    /** The last position recorded at the instant or before; 0 if there is none. */
    public long lastPositionAt(Instant instant) {
        return reader.lastPositionAt(instant);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What the engine needs. Everything without a default is required. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private @Nullable DataSource appends;
        private @Nullable DataSource reads;
        private @Nullable LogDialect dialect;
        private @Nullable Clock clock;
        private Duration resolvePause = Duration.ofMillis(250);

        private Builder() {}

        /**
         * @param forAppends two connections are enough; on PostgreSQL with {@link AppendLimits} set
         * @param forReads any pool
         */
        public Builder dataSources(DataSource forAppends, DataSource forReads, LogDialect of) {
            appends = forAppends;
            reads = forReads;
            dialect = of;
            return this;
        }

        /** Stamps the events. */
        public Builder clock(Clock stamping) {
            clock = stamping;
            return this;
        }

        /** Time between two of the twenty tries to find out what became of a broken commit; 250 ms by default. */
        public Builder resolvePause(Duration pause) {
            resolvePause = pause;
            return this;
        }

        public Builder serializer(EventJsonSerializer serializer) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster chain) {
            super.upcasterChain(chain);
            return this;
        }

        /** @param signal raised after each commit */
        public LedgerEventStorageEngine build(LogSignal signal) {
            batchSize(1_000);
            return new LedgerEventStorageEngine(this, signal);
        }
    }
}
