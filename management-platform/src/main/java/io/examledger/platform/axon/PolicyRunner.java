package io.examledger.platform.axon;

import io.examledger.command.policy.Policy;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.query.projection.PositionTokenSerializer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs one policy over the log. Its sequences are spread over a few segments, so that a large or failing one holds up few
 * others. A failing event is tried again, with growing pauses, until its command succeeds: a policy skips nothing.
 */
final class PolicyRunner implements SmartLifecycle {
    private static final int SEGMENTS = 4;
    private static final int BATCH = 20;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
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
    private final Policy policy;
    private final LedgerEventStore log;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private @Nullable PooledStreamingEventProcessor processor;

    PolicyRunner(
            String name,
            Policy policy,
            LedgerEventStore log,
            ConnectionProvider connections,
            TransactionManager transactions) {
        this.name = name;
        this.policy = policy;
        this.log = log;
        this.connections = connections;
        this.transactions = transactions;
    }

    @Override
    public synchronized void start() {
        if (processor == null) {
            processor = build();
            processor.start();
        }
    }

    private PooledStreamingEventProcessor build() {
        SequencingPolicy<EventMessage<?>> inSequence =
                event -> policy.sequenceOf(event.getPayload()).orElse(name);
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(policy)
                        .listenerInvocationErrorHandler((failure, event, handler) -> {
                            throw failure;
                        })
                        .sequencingPolicy(inSequence)
                        .build())
                .messageSource(log)
                .tokenStore(JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(new PositionTokenSerializer())
                        .schema(TOKENS)
                        .claimTimeout(CLAIM_TIMEOUT)
                        .build())
                .transactionManager(transactions)
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(threads -> threads(1, "-coordinator"))
                .workerExecutor(threads -> threads(SEGMENTS, ""))
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH)
                .tokenClaimInterval(CLAIM_TIMEOUT.toMillis() / 5)
                .claimExtensionThreshold(CLAIM_TIMEOUT.toMillis() / 2)
                .enableCoordinatorClaimExtension()
                .build();
    }

    private ScheduledExecutorService threads(int count, String suffix) {
        return Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(name + suffix + "-", 0).factory());
    }

    String name() {
        return name;
    }

    /** What keeps the policy from going on here; empty while it works, or works elsewhere. It tries again by itself. */
    synchronized Optional<Throwable> failure() {
        return processor == null
                ? Optional.empty()
                : processor.processingStatus().values().stream()
                        .filter(EventTrackerStatus::isErrorState)
                        .map(EventTrackerStatus::getError)
                        .findFirst();
    }

    @Override
    public synchronized void stop() {
        if (processor != null) {
            processor.shutdownAsync().join();
            processor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return processor != null;
    }
}
