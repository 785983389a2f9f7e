package io.examledger.benchmarks.replay;

import io.examledger.benchmarks.commands.PreparedBinds;
import io.examledger.benchmarks.measuring.Load;
import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Spread;
import io.examledger.benchmarks.measuring.Table;
import io.examledger.benchmarks.order.Company;
import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.benchmarks.server.PostgresServer;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.replay.ReplayRequest;
import io.examledger.query.replay.ReplayStatus;
import io.examledger.query.replay.ReplayView;
import io.examledger.query.replay.ReplaysController;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every read model is rebuilt and compared while 8 clients bind codes: events for each second beside a scan of the same
 * log, and what the clients lose.
 */
public final class ReplayBenchmark {
    private static final long EVENTS = Long.getLong("benchmark.events", 1_000_000);
    private static final int CLIENTS = 8;
    private static final int BINDS = Integer.getInteger("benchmark.binds", 150_000);
    private static final int LARGEST_ORDER = 20_000;
    private static final Caller AUDITOR = new Caller("benchmark", Optional.empty(), Set.of(Role.AUDITOR));

    private final PostgresServer server;
    private final Settings settings;

    public ReplayBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    private record Times(List<Double> scan, List<Double> alone, List<Double> beside, List<Double> replay) {}

    public void run() throws Exception {
        try (StartedPlatform platform = StartedPlatform.on(server.createDatabase("replay"))) {
            PreparedBinds binds = PreparedBinds.on(platform, BINDS);
            fill(platform);
            AtomicInteger next = new AtomicInteger();
            Load.rate(CLIENTS, settings.warmUp(), () -> bind(binds, next));
            platform.catchUp();
            Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < settings.rounds(); round++) {
                times.scan().add(LogScan.rate(platform.dataSource()));
                times.alone().add(Load.rate(CLIENTS, settings.time(), () -> bind(binds, next)));
                replayBesideClients(platform, binds, next, times);
                System.err.printf(Locale.ROOT, "round %d: %s%n", round + 1, times);
            }
            publish(platform, times);
        }
    }

    /** Orders of many sizes, few of them large. */
    private static void fill(StartedPlatform platform) {
        Company company = new Company(platform);
        SplittableRandom random = new SplittableRandom(1);
        while (platform.log().headPosition() < EVENTS) {
            double share = random.nextDouble();
            company.buy(1 + (int) (LARGEST_ORDER * share * share * share));
        }
        platform.catchUp();
    }

    private static boolean bind(PreparedBinds binds, AtomicInteger next) {
        int number = next.getAndIncrement();
        if (number >= BINDS) {
            return false;
        }
        binds.send(number);
        return true;
    }

    private void replayBesideClients(StartedPlatform platform, PreparedBinds binds, AtomicInteger next, Times times)
            throws InterruptedException {
        ReplaysController replays = platform.bean(ReplaysController.class);
        String replay = Objects.requireNonNull(replays.request(AUDITOR, new ReplayRequest(null, null), null)
                        .getBody())
                .replayId();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Double> beside = thread.submit(() -> Load.rate(
                    CLIENTS,
                    Duration.ofHours(1),
                    () -> replays.status(replay).finishedAt() == null && bind(binds, next)));
            times.beside().add(Load.result(beside));
        }
        while (replays.status(replay).finishedAt() == null) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        ReplayView done = replays.status(replay);
        if (done.status() != ReplayStatus.DONE || !Boolean.TRUE.equals(done.equal())) {
            throw new IllegalStateException("the read models are not what their history gives: " + done);
        }
        times.replay().add((double) done.eventsPerSecond());
    }

    private void publish(StartedPlatform platform, Times times) throws Exception {
        Spread scan = Spread.of(times.scan());
        Spread alone = Spread.of(times.alone());
        Table table = new Table(List.of("what", "events/s", "x scan"));
        row(table, "scan of all columns, nobody writing", scan, scan);
        row(table, "all read models rebuilt and compared, 8 clients writing", Spread.of(times.replay()), scan);
        Table clients = new Table(List.of("8 clients", "binds/s", "x alone"));
        row(clients, "alone", alone, alone);
        row(clients, "beside a replay", Spread.of(times.beside()), alone);
        new Report("replay", server.show("server_version"), settings)
                .section("Replay of %,d events".formatted(platform.log().headPosition()), table, """
                        The rate counts the whole replay, from its start to the last comparison: shadow tables, all
                        projections, checksums of both sides. All tables were equal in every round.""")
                .section("What the clients lose", clients, "")
                .publish(settings.results());
    }

    private static void row(Table table, String what, Spread rate, Spread baseline) {
        table.row(List.of(what, rate.text(0), String.format(Locale.ROOT, "%.2f", rate.median() / baseline.median())));
    }
}
