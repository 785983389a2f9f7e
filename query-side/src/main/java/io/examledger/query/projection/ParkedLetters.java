package io.examledger.query.projection;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The events that one projection or policy could not handle, sequence by sequence, and all that wait behind them. */
public final class ParkedLetters {
    private static final int PAGE_SIZE = 100;
    /** When more goes wrong than this, it is not about single sequences: the whole reader stops. */
    private static final int MAX_SEQUENCES = 1024;

    /**
     * None: what follows in the sequence must be parked as well, or everybody would wait for it. An order has up to a
     * million codes, an owner and subject any number of orders.
     */
    private static final int MAX_SEQUENCE_SIZE = Integer.MAX_VALUE;

    private final String reader;
    private final DeadLetterTable table;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionManager transactions;
    private final Predicate<? super RuntimeException> passing;
    private final JdbcSequencedDeadLetterQueue<EventMessage<?>> queue;

    /**
     * @param reader name of the projection or policy
     * @param transactions of the data source
     * @param events writes and reads payloads and metadata
     * @param passing whether a failure may go away by itself; then the letter stays where it is
     */
    public ParkedLetters(
            String reader,
            DeadLetterTable table,
            DataSource dataSource,
            TransactionManager transactions,
            Serializer events,
            Predicate<? super RuntimeException> passing) {
        this.reader = reader;
        this.table = table;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.transactions = transactions;
        this.passing = passing;
        Serializer tokens = new PositionTokenSerializer();
        this.queue = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(reader)
                .connectionProvider(new TransactionAwareConnections(dataSource))
                .transactionManager(transactions)
                .schema(table.schema())
                .statementFactory(new PagedDeadLetterStatements(table, tokens, events, PAGE_SIZE))
                .genericSerializer(tokens)
                .eventSerializer(events)
                .pageSize(PAGE_SIZE)
                .maxSequences(MAX_SEQUENCES)
                .maxSequenceSize(MAX_SEQUENCE_SIZE)
                // A retry of a sequence is one transaction: a claim never outlives it.
                .claimDuration(Duration.ofSeconds(30))
                .build();
    }

    /** For Axon's invoker, which parks by itself. */
    public SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return queue;
    }

    /** Identifiers of the sequences that wait for repair. */
    public Set<String> sequences() {
        return new HashSet<>(jdbc.queryForList(
                """
                select distinct sequence_identifier
                from %s
                where %s = :reader
                """.formatted(table.name(), table.readerColumn()), Map.of("reader", reader), String.class));
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
     * Tries every parked sequence once more, each in a transaction of its own: its letters are applied and removed, up to
     * the first that fails again.
     *
     * @param lock run first in each transaction
     * @return the number of sequences that are no longer parked
     */
    public int retry(Runnable lock, Consumer<EventMessage<?>> apply) {
        Set<String> untried = sequences();
        int repaired = 0;
        int left = untried.size() + 1;
        while (!untried.isEmpty() && untried.size() < left) {
            left = untried.size();
            // The queue offers the sequence first that was touched longest ago, so an untried one is found at once.
            boolean empty = transactions.fetchInTransaction(() -> {
                lock.run();
                return queue.process(letter -> untried.remove(sequenceOf(letter)), letter -> attempt(letter, apply));
            });
            repaired += empty ? 1 : 0;
        }
        return repaired;
    }

    private EnqueueDecision<EventMessage<?>> attempt(
            DeadLetter<? extends EventMessage<?>> letter, Consumer<EventMessage<?>> apply) {
        try {
            apply.accept(letter.message());
            return Decisions.evict();
        } catch (RuntimeException e) {
            if (passing.test(e)) {
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
