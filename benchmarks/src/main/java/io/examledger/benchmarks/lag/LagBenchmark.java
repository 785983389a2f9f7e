package io.examledger.benchmarks.lag;

import io.examledger.benchmarks.commands.PreparedBinds;
import io.examledger.benchmarks.measuring.Load;
import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Spread;
import io.examledger.benchmarks.measuring.Table;
import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.benchmarks.server.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * Time from the answer to a command until all read models have seen it, as a client waits that brings a consistency
 * token, at a steady rate of binds.
 */
public final class LagBenchmark {
    private static final int BINDS_PER_SECOND = 200;
    private static final int CLIENTS = 32;
    /** For p99 out of enough figures. */
    private static final int LONGER = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double NANOS_IN_MILLI = 1e6;

    private final PostgresServer server;
    private final Settings settings;

    public LagBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Times of one round, in nanoseconds, sorted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Round(long[] answered, long[] seen, double rate) {
        static double millis(long[] sorted, double part) {
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * part))] / NANOS_IN_MILLI;
        }
    }

    public void run() throws Exception {
        try (StartedPlatform platform = StartedPlatform.on(server.createDatabase("lag"))) {
            round(platform, settings.warmUp());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < settings.rounds(); i++) {
                rounds.add(round(platform, settings.time().multipliedBy(LONGER)));
            }
            Table table = new Table(List.of("what", "p50, ms", "p99, ms", "most, ms"));
            row(table, "command sent until answered", rounds, Round::answered);
            row(table, "answered until all read models have it", rounds, Round::seen);
            new Report("lag", server.show("server_version"), settings)
                    .section(
                            "Projection lag",
                            table,
                            "Binds came at a steady %d/s for %d s in each round; answered were %s/s."
                                    .formatted(
                                            BINDS_PER_SECOND,
                                            settings.time().multipliedBy(LONGER).toSeconds(),
                                            spread(rounds, Round::rate).text(0)))
                    .publish(settings.results());
        }
    }

    private static void row(Table table, String what, List<Round> rounds, TimesOf times) {
        List<String> cells = new ArrayList<>(List.of(what));
        for (double part : new double[] {0.5, 0.99, 1}) {
            cells.add(
                    spread(rounds, round -> Round.millis(times.of(round), part)).text(1));
        }
        table.row(cells);
    }

    private interface TimesOf {
        long[] of(Round round);
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private static Round round(StartedPlatform platform, Duration time) throws InterruptedException {
        int count = Math.toIntExact(time.toSeconds() * BINDS_PER_SECOND);
        PreparedBinds binds = PreparedBinds.on(platform, count);
        platform.catchUp();
        long[] answered = new long[count];
        long[] seen = new long[count];
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int first = i;
                clients.add(threads.submit(() -> {
                    for (int bind = first; bind < count; bind += CLIENTS) {
                        parkUntil(start + bind * Duration.ofSeconds(1).toNanos() / BINDS_PER_SECOND);
                        long sent = System.nanoTime();
                        long position = binds.send(bind);
                        long answer = System.nanoTime();
                        platform.positions().await(position, PATIENCE);
                        answered[bind] = answer - sent;
                        seen[bind] = System.nanoTime() - answer;
                    }
                }));
            }
            for (Future<?> client : clients) {
                Load.result(client);
            }
        }
        double rate = count * 1e9 / (System.nanoTime() - start);
        Arrays.sort(answered);
        Arrays.sort(seen);
        return new Round(answered, seen, rate);
    }

    private static void parkUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
