package io.examledger.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Axon's pooled streaming processor, as the projections run on it, noting every event it is given. */
final class LiveReader implements AutoCloseable {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(3);
    private final PooledStreamingEventProcessor processor;

    LiveReader(StreamableMessageSource<TrackedEventMessage<?>> source) {
        processor = PooledStreamingEventProcessor.builder()
                .name("live")
                .eventHandlerInvoker(new EventHandlerInvoker() {
                    @Override
                    public boolean canHandle(EventMessage<?> event, Segment segment) {
                        return true;
                    }

                    @Override
                    public void handle(EventMessage<?> event, Segment segment) {
                        seen.add(Node.text(event));
                    }
                })
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .build();
        processor.start();
        Await.until("the reader runs", () -> !processor.processingStatus().isEmpty());
    }

    List<String> seen() {
        return seen;
    }

    void awaitSeen(String... texts) {
        Await.until("the reader has seen " + List.of(texts), () -> seen.containsAll(List.of(texts)));
    }

    @Override
    public void close() {
        processor.shutDown();
        executor.shutdownNow();
    }
}
