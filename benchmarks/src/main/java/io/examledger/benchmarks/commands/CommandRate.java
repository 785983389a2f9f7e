package io.examledger.benchmarks.commands;

import io.examledger.benchmarks.measuring.Load;
import io.examledger.benchmarks.measuring.Variant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;

/** One command side under one workload. */
final class CommandRate implements Variant {
    private static final int BIND_GUESS = 1_500;
    private static final double RESERVE = 1.5;

    private final String name;
    private final Workload workload;
    private final CommandSide side;
    private final Map<Integer, Double> commandsPerSecond = new HashMap<>();

    CommandRate(String name, Workload workload, CommandSide side) {
        this.name = name;
        this.workload = workload;
        this.side = side;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double rate(int clients, Duration time) throws InterruptedException {
        Batch batch = workload.batch(enough(clients, time));
        for (List<DomainEventMessage<?>> events : batch.history()) {
            side.store(events);
        }
        side.ready(batch);
        AtomicInteger next = new AtomicInteger();
        double rate = Load.rate(clients, time, () -> {
            int i = next.getAndIncrement();
            if (i >= batch.commands().size()) {
                return false;
            }
            side.send(batch.commands().get(i), workload.answer());
            return true;
        });
        side.finished();
        commandsPerSecond.merge(clients, rate, Math::max);
        return rate * workload.unitsPerCommand();
    }

    /** As many commands as the time may need; if they run out, the measurement is a little shorter. */
    private int enough(int clients, Duration time) {
        double fastest = commandsPerSecond.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse((double) BIND_GUESS / workload.unitsPerCommand());
        double expected = commandsPerSecond.getOrDefault(clients, fastest);
        return (int) Math.ceil(expected * RESERVE * time.toMillis() / 1_000) + clients;
    }
}
