package io.examledger.query.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails on command, after its rows were written. */
final class UnsteadyProjection implements Projection {
    private final Projection steady;
    private final RuntimeException failure;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean failing;

    UnsteadyProjection(Projection steady, RuntimeException failure) {
        this.steady = steady;
        this.failure = failure;
    }

    void fail(boolean now) {
        failing = now;
    }

    int failures() {
        return failures.get();
    }

    @Override
    public String name() {
        return steady.name();
    }

    @Override
    public List<String> tables() {
        return steady.tables();
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return steady.sequenceOf(payload);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        steady.project(events, rows);
        if (failing) {
            failures.incrementAndGet();
            throw failure;
        }
    }
}
