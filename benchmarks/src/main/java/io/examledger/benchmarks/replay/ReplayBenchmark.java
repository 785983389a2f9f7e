package io.examledger.benchmarks.replay;

import io.examledger.benchmarks.history.LongHistory;
import io.examledger.benchmarks.history.UnusedCodes;
import io.examledger.benchmarks.measuring.Load;
import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Spread;
import io.examledger.benchmarks.measuring.Table;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every read model is rebuilt and compared while 8 clients bind codes: events for each second beside a scan of the same
 * log, and what the clients lose.
 */
public final class ReplayBenchmark {
    private static final long EVENTS = Long.getLong("benchmark.events", 1_000_000);
    private static final double NANOS = 1e9;
    private static final int POLL_MILLIS = 100;
    private static final int CLIENTS = 8;
    private static final int BINDS = Integer.getInteger("benchmark.binds", 150_000);
    private static final Caller AUDITOR = new Caller("benchmark", Optional.empty(), Set.of(Role.AUDITOR));

    private final PostgresServer server;
    private final Settings settings;

    public ReplayBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    private record Times(List<Double> scan, List<Double> alone, List<Double> beside, List<Double> replay) {}

    public void run() throws Exception {
        try (StartedPlatform platform = StartedPlatform.undisturbedOn(server.createDatabase("replay"))) {
            AtomicReference<UnusedCodes> filled = new AtomicReference<>();
            double began = seconds();
            platform.withoutPolicies(() -> {
                filled.set(LongHistory.fill(platform.log(), EVENTS, BINDS));
                platform.catchUp();
            });
            UnusedCodes codes = Objects.requireNonNull(filled.get());
            Map<String, Long> events = LongHistory.counted(platform.dataSource());
            System.err.printf(
                    Locale.ROOT,
                    "%d events of %d types in %.0f s%n",
                    platform.log().headPosition(),
                    events.size(),
                    seconds() - began);
            Load.rate(CLIENTS, settings.warmUp(), () -> codes.bindNext(platform));
            platform.catchUp();
            Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < settings.rounds(); round++) {
                times.scan().add(LogScan.rate(platform.dataSource()));
                times.alone().add(Load.rate(CLIENTS, settings.time(), () -> codes.bindNext(platform)));
                replayBesideClients(platform, codes, times);
                System.err.printf(Locale.ROOT, "round %d: %s%n", round + 1, times);
            }
            publish(platform, events, times, codes.left());
        }
    }

    private static double seconds() {
        return System.nanoTime() / NANOS;
    }

    private static void replayBesideClients(StartedPlatform platform, UnusedCodes codes, Times times)
            throws InterruptedException {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(AUDITOR, null, "ROLE_AUDITOR"));
        ReplaysController replays = platform.bean(ReplaysController.class);
        String replay = Objects.requireNonNull(replays.request(AUDITOR, new ReplayRequest(null, null), null)
                        .getBody())
                .replayId();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Double> beside = thread.submit(
                    () -> Load.rate(CLIENTS, Duration.ofHours(1), () -> !over.get() && codes.bindNext(platform)));
            while (replays.status(replay).finishedAt() == null) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            over.set(true);
            times.beside().add(Load.result(beside));
        }
        ReplayView done = replays.status(replay);
        if (done.status() != ReplayStatus.DONE || !Boolean.TRUE.equals(done.equal())) {
            throw new IllegalStateException("the read models are not what their history gives: " + done);
        }
        times.replay().add((double) done.eventsPerSecond());
    }

    private void publish(StartedPlatform platform, Map<String, Long> events, Times times, int codesLeft)
            throws Exception {
        Spread scan = Spread.of(times.scan());
        Spread alone = Spread.of(times.alone());
        Table table = new Table(List.of("what", "events/s", "x scan"));
        row(table, "scan of all columns, nobody writing", scan, scan);
        row(table, "all read models rebuilt and compared, 8 clients writing", Spread.of(times.replay()), scan);
        Table clients = new Table(List.of("8 clients", "binds/s", "x alone"));
        row(clients, "alone", alone, alone);
        row(clients, "beside a replay", Spread.of(times.beside()), alone);
        Table log = new Table(List.of("family", "types", "events"));
        families(events)
                .forEach((family, counts) -> log.row(List.of(
                        family,
                        Integer.toString(counts.size()),
                        "%,d"
                                .formatted(counts.stream()
                                        .mapToLong(Long::longValue)
                                        .sum()))));
        long filled = events.values().stream().mapToLong(Long::longValue).sum();
        new Report("replay", server.show("server_version"), settings)
                .section("Replay of %,d events".formatted(platform.log().headPosition()), table, """
                    The rate counts the whole replay, from its start to the last comparison: shadow tables, all
                    projections, checksums of both sides. All tables were equal in every round.\
                    """)
                .section(
                        "What the clients lose",
                        clients,
                        codesLeft > 0
                                ? ""
                                : "The clients ran out of codes before the end: give them more with -Dbenchmark.binds.")
                .section(
                        "The log before the first round: %,d events of %d types".formatted(filled, events.size()),
                        log,
                        """
                        Every type of the catalogue, or the benchmark fails. Each command is an append of its own, of 32 companies
                        at once: orders of 1 to 20,000 codes, people who buy for themselves, exams and what they come to,
                        messages, vouchers, refunds, changes in bulk, ends.\
                        """)
                .publish(settings.results());
    }

    private static Map<String, List<Long>> families(Map<String, Long> events) {
        return events.entrySet().stream()
                .collect(Collectors.groupingBy(
                        type -> type.getKey().substring(0, type.getKey().indexOf('.')),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static void row(Table table, String what, Spread rate, Spread baseline) {
        table.row(List.of(what, rate.text(0), String.format(Locale.ROOT, "%.2f", rate.median() / baseline.median())));
    }
}
