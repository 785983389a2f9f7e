package io.examledger.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs one streaming processor for each projection and answers for their state. */
public final class Projections implements SmartLifecycle {
    private final ProjectionRuntime runtime;
    private final List<Projection> projections;
    private final ProjectionSettings settings;
    private final Map<String, ProjectionInvoker> invokers = new LinkedHashMap<>();
    private final Map<String, ParkedLetters> parked = new LinkedHashMap<>();
    private final List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    private final List<ScheduledExecutorService> executors = new ArrayList<>();
    private @Nullable RepeatedRetry retries;
    private volatile boolean running;

    public Projections(ProjectionRuntime runtime, List<Projection> projections, ProjectionSettings settings) {
        this.runtime = runtime;
        this.projections = List.copyOf(projections);
        this.settings = settings;
        Positions positions = runtime.positions();
        for (Projection projection : this.projections) {
            ParkedLetters letters = runtime.parkedLetters(projection.name());
            parked.put(projection.name(), letters);
            invokers.put(projection.name(), runtime.invoker(projection, letters, positions));
        }
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        requireRows();
        projections.forEach(runtime.tables()::beginAtPresentVersion);
        ScheduledExecutorService coordinator = executor(1, "projection-coordinator");
        ScheduledExecutorService workers = executor(settings.workers(), "projection");
        invokers.forEach(
                (name, invoker) -> processors.add(runtime.processor(name, invoker, settings, coordinator, workers)));
        processors.forEach(PooledStreamingEventProcessor::start);
        retries = new RepeatedRetry(
                "projection-retry",
                settings.retryPause(),
                names().stream().<Runnable>map(name -> () -> retry(name)).toList());
        running = true;
    }

    private void requireRows() {
        Map<String, Long> positions = runtime.tables().positions(invokers.keySet());
        if (!positions.keySet().containsAll(invokers.keySet())) {
            throw new IllegalStateException("a migration must make rows for all of " + invokers.keySet());
        }
    }

    private ScheduledExecutorService executor(int threads, String name) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        executors.add(executor);
        return executor;
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (retries != null) {
            retries.close();
            retries = null;
        }
        processors.stream()
                .map(PooledStreamingEventProcessor::shutdownAsync)
                .toList()
                .forEach(CompletableFuture::join);
        processors.clear();
        executors.forEach(ScheduledExecutorService::shutdown);
        executors.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    public List<Projection> all() {
        return projections;
    }

    public List<String> names() {
        return projections.stream().map(Projection::name).toList();
    }

    /** One for each projection, running here or elsewhere. */
    public List<ProjectionState> states() {
        Map<String, ProjectionTables.Stand> stands = runtime.tables().stands(invokers.keySet());
        Map<String, Integer> waiting = runtime.tables().parkedSequences();
        return projections.stream()
                .map(projection -> state(
                        projection,
                        stands.getOrDefault(projection.name(), new ProjectionTables.Stand(0, projection.version())),
                        waiting.getOrDefault(projection.name(), 0)))
                .toList();
    }

    private ProjectionState state(Projection projection, ProjectionTables.Stand stand, int parkedSequences) {
        return new ProjectionState(
                projection.name(),
                projection.version(),
                stand.version(),
                stand.position(),
                parkedSequences,
                running,
                invoker(projection.name()).stoppedBy());
    }

    /**
     * Tries what a projection has parked once more. Also done by itself, again and again.
     *
     * @return the number of sequences that are no longer parked
     * @throws IllegalArgumentException if there is no such projection
     */
    public int retry(String projection) {
        return invoker(projection).retry();
    }

    private ProjectionInvoker invoker(String projection) {
        return known(invokers.get(projection), projection);
    }

    ParkedLetters letters(String projection) {
        return known(parked.get(projection), projection);
    }

    private static <T> T known(@Nullable T found, String projection) {
        if (found == null) {
            throw new IllegalArgumentException("there is no projection " + projection);
        }
        return found;
    }
}
