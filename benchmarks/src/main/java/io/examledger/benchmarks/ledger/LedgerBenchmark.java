package io.examledger.benchmarks.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Spread;
import io.examledger.benchmarks.measuring.Table;
import io.examledger.benchmarks.server.PostgresServer;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LedgerVerification;
import io.examledger.eventstore.tree.LoggedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** Heads, proofs and verification of a log of a million events. */
public final class LedgerBenchmark {
    private static final int EVENTS = Integer.getInteger("benchmark.events", 1_000_000);
    private static final int MORE = 1_000;
    private static final int PROOFS = 200;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final PostgresServer server;
    private final Settings settings;

    public LedgerBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    private interface Work {
        void run() throws Exception;
    }

    public void run() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.createDatabase("ledger") + "?reWriteBatchedInserts=true");
        config.setUsername(PostgresServer.USER);
        try (HikariDataSource database = new HikariDataSource(config)) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/ledger/common")
                    .load()
                    .migrate();
            LongLog log = new LongLog(database);
            log.append(1, EVENTS, LongLog.genesis());
            log.execute("vacuum analyze ledger.event");
            measure(database, log);
        }
    }

    private void measure(HikariDataSource database, LongLog log) throws Exception {
        LedgerTree tree = new LedgerTree(database);
        LoggedRows rows = new LoggedRows(database);
        List<Double> scan = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> next = new ArrayList<>();
        List<Double> inclusion = new ArrayList<>();
        List<Double> consistency = new ArrayList<>();
        List<Double> verification = new ArrayList<>();
        long size = EVENTS;
        int longestPath = 0;
        int longestProof = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            scan.add(log.scan());
            log.execute("truncate ledger.tree_node");
            log.execute("update ledger.tree_growth set size = 0");
            first.add(seconds(() -> root(tree, EVENTS)));
            Hash last = rows.at(size).map(LoggedEvent::hash).orElseThrow();
            log.append(size + 1, size + MORE, last);
            size += MORE;
            long grown = size;
            next.add(seconds(() -> root(tree, grown)));
            for (int i = 0; i < PROOFS; i++) {
                long position = 1 + grown / PROOFS * i;
                List<Hash> path = new ArrayList<>();
                inclusion.add(seconds(() -> path.addAll(ask(tree, grown, whole -> whole.inclusion(position - 1)))));
                longestPath = Math.max(longestPath, path.size());
                List<Hash> proof = new ArrayList<>();
                consistency.add(
                        seconds(() -> proof.addAll(ask(tree, grown, whole -> whole.consistencyWith(position)))));
                longestProof = Math.max(longestProof, proof.size());
            }
            verification.add(seconds(() -> {
                if (new LedgerVerification(database)
                        .run(1, grown, List.of(), done -> {})
                        .isPresent()) {
                    throw new IllegalStateException("the log is broken");
                }
            }));
        }
        Table table = new Table(List.of("what", "takes", "yields"));
        table.row(List.of("plain scan of all columns", text(scan, 1, "s"), ""));
        table.row(List.of("first head, the whole tree grows", text(first, 1, "s"), "1 root"));
        table.row(List.of("head after 1,000 more events", text(next, MILLIS, "ms"), "1 root"));
        table.row(List.of("inclusion proof", text(inclusion, MILLIS, "ms"), hashes(longestPath)));
        table.row(List.of("consistency proof", text(consistency, MILLIS, "ms"), hashes(longestProof)));
        table.row(List.of("verification of chain and tree", text(verification, 1, "s"), "a verdict"));
        new Report("ledger", server.show("server_version"), settings)
                .section("A log of %,d events of 400 bytes".formatted(EVENTS), table, """
                        Without the system and HTTP. The tree is emptied before each round. "Yields" is the most of %d proofs
                        of different places.""".formatted(PROOFS))
                .publish(settings.results());
    }

    private static void root(LedgerTree tree, long size) {
        tree.ask(size, MerkleTree::root);
    }

    private static List<Hash> ask(LedgerTree tree, long size, Function<MerkleTree, List<Hash>> question) {
        return tree.ask(size, question);
    }

    private static double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / NANOS;
    }

    private static String text(List<Double> seconds, double factor, String unit) {
        return Spread.of(seconds.stream().map(value -> value * factor).toList()).text(1) + " " + unit;
    }

    private static String hashes(int count) {
        return count + " hashes, " + count * 32 + " bytes";
    }
}
