package io.examledger.platform.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills processes while they carry work out: each has taken a step before, and the work is not over after. */
final class Kills {
    private final List<Workload> workloads;
    private final JdbcClient log;
    private final Map<String, Integer> hits = new TreeMap<>();

    Kills(List<Workload> workloads, JdbcClient log) {
        this.workloads = List.copyOf(workloads);
        this.log = log;
    }

    /**
     * Kills the process some time after all work that it has on its hands has gone on there. It waits for some, unless all
     * is over.
     */
    void kill(PlatformProcess platform, long nanosLater) {
        Map<StepByStep, Integer> before = new HashMap<>();
        Await.until(() -> hasGoneOn(platform, before), on -> on);
        LockSupport.parkNanos(nanosLater);
        List<StepByStep> here = unfinished()
                .filter(before::containsKey)
                .filter(work -> work.isWith(platform, log))
                .toList();
        platform.kill();
        here.stream().filter(work -> !work.isOver(log)).forEach(this::hit);
    }

    private boolean hasGoneOn(PlatformProcess platform, Map<StepByStep, Integer> before) {
        List<StepByStep> unfinished = unfinished().toList();
        List<StepByStep> here =
                unfinished.stream().filter(work -> work.isWith(platform, log)).toList();
        long goneOn = here.stream()
                .filter(work -> work.taken(log) > before.computeIfAbsent(work, first -> first.taken(log)))
                .count();
        return unfinished.isEmpty() || (!here.isEmpty() && goneOn == here.size());
    }

    private Stream<StepByStep> unfinished() {
        return workloads.stream()
                .map(Workload::current)
                .flatMap(Optional::stream)
                .filter(work -> !work.isOver(log));
    }

    private synchronized void hit(StepByStep work) {
        hits.merge(work.what(), 1, Integer::sum);
    }

    /** How many kills were in the middle of what. */
    synchronized Map<String, Integer> hits() {
        return new TreeMap<>(hits);
    }
}
