package io.examledger.platform.axon;

import io.examledger.command.policy.Policy;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.query.projection.DeadLetterTable;
import io.examledger.query.projection.ParkedLetters;
import io.examledger.query.projection.PositionTokenSerializer;
import io.examledger.query.projection.RepeatedRetry;
import io.examledger.query.projection.SpringTransactions;
import io.examledger.query.projection.TransactionAwareConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs one policy over the log. Its sequences are spread over a few segments, so that a large one holds up few others. An
 * event that cannot be handled is parked with all that follow in its sequence, and tried again until its command succeeds;
 * while the database is away, the segment waits. A policy skips nothing.
 */
final class PolicyRunner implements SmartLifecycle {
    private static final int SEGMENTS = 4;
    private static final int BATCH = 20;
    private static final DeadLetterTable PARKED = new DeadLetterTable("platform.policy_dead_letter", "policy");
    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("platform.policy_token")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("updated_at")
            .setOwnerColumn("owner")
            .build();

    private final String name;
    private final LedgerEventStore log;
    private final Duration claimTimeout;
    private final Duration retryPause;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final ParkedLetters parked;
    private final ParkingInvoker invoker;
    private final List<ScheduledExecutorService> threads = new ArrayList<>();
    private @Nullable PooledStreamingEventProcessor processor;
    private @Nullable RepeatedRetry retries;

    /**
     * @param policy with its event handlers
     * @param events writes and reads parked events
     * @param spring transactions of the data source
     * @param claimTimeout after which a node that says nothing loses its segments
     * @param retryPause after which parked events are tried again
     */
    PolicyRunner(
            String name,
            Policy policy,
            LedgerEventStore log,
            Serializer events,
            DataSource dataSource,
            PlatformTransactionManager spring,
            Duration claimTimeout,
            Duration retryPause) {
        this.name = name;
        this.log = log;
        this.claimTimeout = claimTimeout;
        this.retryPause = retryPause;
        this.transactions = SpringTransactions.durable(spring);
        this.tokens = JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareConnections(dataSource))
                .serializer(new PositionTokenSerializer())
                .schema(TOKENS)
                .claimTimeout(claimTimeout)
                .build();
        this.parked = new ParkedLetters(name, PARKED, dataSource, transactions, events, PolicyTroubles::passes);
        this.invoker = ParkingInvoker.of(name, policy, parked, transactions);
    }

    @Override
    public synchronized void start() {
        if (processor == null) {
            processor = build();
            processor.start();
            retries = new RepeatedRetry(name + "-retry", retryPause, List.of(invoker::retry));
        }
    }

    private PooledStreamingEventProcessor build() {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(threads(1, "-coordinator"))
                .workerExecutor(threads(SEGMENTS, ""))
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH)
                .tokenClaimInterval(claimTimeout.toMillis() / 5)
                .claimExtensionThreshold(claimTimeout.toMillis() / 2)
                .enableCoordinatorClaimExtension()
                .build();
    }

    private ScheduledExecutorService threads(int count, String suffix) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(name + suffix + "-", 0).factory());
        threads.add(executor);
        return executor;
    }

    String name() {
        return name;
    }

    /** Up to where this node has handled everything, as far as it is this node that does; 0 where it is another. */
    synchronized long handledUpTo() {
        return processor == null
                ? 0
                : processor.processingStatus().values().stream()
                        .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                        .min()
                        .orElse(0);
    }

    PolicyState state() {
        return new PolicyState(name, parked.sequences().size(), isRunning(), failure());
    }

    private synchronized @Nullable String failure() {
        Map<Integer, EventTrackerStatus> segments = processor == null ? Map.of() : processor.processingStatus();
        return invoker.trouble()
                .or(() -> segments.values().stream()
                        .filter(EventTrackerStatus::isErrorState)
                        .map(segment -> segment.getError().getClass().getName())
                        .findFirst())
                .orElse(null);
    }

    @Override
    public synchronized void stop() {
        if (retries != null) {
            retries.close();
            retries = null;
        }
        if (processor != null) {
            processor.shutdownAsync().join();
            processor = null;
        }
        threads.forEach(ScheduledExecutorService::shutdown);
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return processor != null;
    }
}
