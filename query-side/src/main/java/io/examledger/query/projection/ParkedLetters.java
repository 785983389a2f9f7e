package io.examledger.query.projection;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;

/** The events that one projection could not apply, sequence by sequence, and all that wait behind them. */
final class ParkedLetters {
    private static final int PAGE_SIZE = 100;
    /** When more goes wrong than this, it is not about single sequences: the whole projection stops. */
    private static final int MAX_SEQUENCES = 1024;

    private static final int MAX_SEQUENCE_SIZE = 10_000;
    private final String projection;
    private final ProjectionTables tables;
    private final JdbcSequencedDeadLetterQueue<EventMessage<?>> queue;

    ParkedLetters(
            String projection,
            ProjectionTables tables,
            TransactionAwareConnections connections,
            TransactionManager transactions,
            Serializer events) {
        this.projection = projection;
        this.tables = tables;
        Serializer tokens = new PositionTokenSerializer();
        this.queue = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(projection)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(ProjectionTables.DEAD_LETTERS)
                .statementFactory(new PagedDeadLetterStatements(tokens, events, PAGE_SIZE))
                .genericSerializer(tokens)
                .eventSerializer(events)
                .pageSize(PAGE_SIZE)
                .maxSequences(MAX_SEQUENCES)
                .maxSequenceSize(MAX_SEQUENCE_SIZE)
                // A retry runs in one transaction under the projection's lock: a claim never outlives it.
                .claimDuration(Duration.ofSeconds(30))
                .build();
    }

    Set<String> sequences() {
        return tables.parkedSequences(projection);
    }

    /** The event itself could not be applied. */
    void park(String sequence, EventMessage<?> event, RuntimeException cause) {
        queue.enqueue(sequence, new GenericDeadLetter<>(sequence, event, ThrowableCause.truncated(cause)));
    }

    /** The event waits behind one that could not be applied. */
    void parkBehind(String sequence, EventMessage<?> event) {
        queue.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event));
    }

    /**
     * Applies the letters of one sequence and removes them, up to the first that fails again.
     *
     * @param wanted by its identifier
     * @return whether the sequence is empty now
     */
    boolean retryOne(Predicate<String> wanted, Consumer<EventMessage<?>> apply) {
        return queue.process(letter -> wanted.test(sequenceOf(letter)), letter -> attempt(letter, apply));
    }

    private static EnqueueDecision<EventMessage<?>> attempt(
            DeadLetter<? extends EventMessage<?>> letter, Consumer<EventMessage<?>> apply) {
        try {
            apply.accept(letter.message());
            return Decisions.evict();
        } catch (RuntimeException e) {
            if (Failures.passing(e)) {
                throw e;
            }
            return Decisions.requeue(ThrowableCause.truncated(e));
        }
    }

    private static String sequenceOf(DeadLetter<?> letter) {
        return ((JdbcDeadLetter<?>) letter).getSequenceIdentifier();
    }

    Iterable<DeadLetter<? extends EventMessage<?>>> letters(String sequence) {
        return queue.deadLetterSequence(sequence);
    }
}
