package io.examledger.query.projection;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds what a projection runs on: processor, token store, dead-letter queue, all in transactions of one manager. */
public final class ProjectionRuntime {
    private final DataSource dataSource;
    private final PlatformTransactionManager spring;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Serializer events;
    private final TransactionManager transactions;
    private final TransactionAwareConnections connections;
    private final ProjectionTables tables;
    private final Positions positions;

    /**
     * @param spring of the data source
     * @param log all events, with {@code GlobalSequenceTrackingToken}s
     * @param events writes and reads payloads and metadata of parked events
     * @param projections names of all that a consistency token waits for
     */
    public ProjectionRuntime(
            DataSource dataSource,
            PlatformTransactionManager spring,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Serializer events,
            List<String> projections) {
        this.dataSource = dataSource;
        this.spring = spring;
        this.log = log;
        this.events = events;
        this.transactions = SpringTransactions.notFlushed(spring, dataSource);
        this.connections = new TransactionAwareConnections(dataSource);
        this.tables = new ProjectionTables(dataSource);
        this.positions = new Positions(projections, tables);
    }

    public Positions positions() {
        return positions;
    }

    ProjectionTables tables() {
        return tables;
    }

    ParkedLetters parkedLetters(String projection) {
        return new ParkedLetters(
                projection, ProjectionTables.DEAD_LETTERS, dataSource, transactions, events, Failures::passing);
    }

    ProjectionInvoker invoker(Projection projection, ParkedLetters parked, Positions wakes) {
        TransactionTemplate savepoint = new TransactionTemplate(spring);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new ProjectionInvoker(
                projection,
                tables,
                parked,
                new TableWriter(new NamedParameterJdbcTemplate(dataSource)),
                savepoint,
                wakes);
    }

    PooledStreamingEventProcessor processor(
            String name,
            ProjectionInvoker invoker,
            ProjectionSettings settings,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService workers) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(log)
                .tokenStore(tokenStore(settings))
                .transactionManager(transactions)
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .batchSize(settings.batchSize())
                .tokenClaimInterval(settings.claimInterval().toMillis())
                .claimExtensionThreshold(settings.claimTimeout().toMillis() / 2)
                .enableCoordinatorClaimExtension()
                .build();
    }

    private TokenStore tokenStore(ProjectionSettings settings) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(new PositionTokenSerializer())
                .schema(ProjectionTables.TOKENS)
                .claimTimeout(settings.claimTimeout())
                .build();
    }
}
