package io.examledger.benchmarks.commands;

import io.examledger.benchmarks.commands.LedgerSide.Option;
import io.examledger.benchmarks.measuring.Comparison;
import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Variant;
import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.benchmarks.server.Pgbench;
import io.examledger.benchmarks.server.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durable commands for each second beside pgbench and Axon's own engines, all on one server. */
public final class CommandsBenchmark {
    private static final String PGBENCH = "pgbench";
    private static final String AXON_JPA = "Axon JPA";

    private final PostgresServer server;
    private final Settings settings;

    public CommandsBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    public void bind() throws Exception {
        measure(Workload.BIND, """
                Every bind is of a code and a person that no other bind touches, and changes two aggregates (two events).
                *pgbench* inserts one such row in each transaction. *cached*: the code was used on this node
                before. *with receipts*: every command carries an idempotency key. *with readers*: projections and
                policies run in the same process.""");
    }

    public void issue() throws Exception {
        measure(Workload.ISSUE, """
                Every command issues 1,000 codes: as many events and claims, and one event of the order. *pgbench*
                inserts one event row in each transaction.""");
    }

    private void measure(Workload workload, String remarks) throws Exception {
        Pgbench.requireInstalled();
        String name = workload.name().toLowerCase(java.util.Locale.ROOT);
        try (StartedPlatform platform = StartedPlatform.on(server.createDatabase(name + "_ledger"))) {
            platform.stopReaders();
            List<Variant> variants = new ArrayList<>();
            variants.add(new InsertRate(Pgbench.in(server, name + "_ledger")));
            variants.add(new CommandRate("ExamLedger", workload, new LedgerSide(platform)));
            variants.add(
                    new CommandRate("ExamLedger, with receipts", workload, new LedgerSide(platform, Option.RECEIPTS)));
            if (workload == Workload.BIND) {
                variants.add(new CommandRate("ExamLedger, cached", workload, new LedgerSide(platform, Option.CACHED)));
                variants.add(new CommandRate(
                        "ExamLedger, with readers", workload, new LedgerSide(platform, Option.READERS)));
            }
            variants.add(new CommandRate("Axon JDBC", workload, AxonJdbc.on(server.createDatabase(name + "_jdbc"))));
            variants.add(new CommandRate(AXON_JPA, workload, AxonJpa.on(server.createDatabase(name + "_jpa"))));
            Comparison comparison = new Comparison(variants);
            comparison.run(settings);
            new Report(name, server.show("server_version"), settings)
                    .section(workload.unit(), comparison.table(workload.unit(), List.of(PGBENCH, AXON_JPA)), remarks)
                    .publish(settings.results());
        }
    }

    private record InsertRate(Pgbench pgbench) implements Variant {
        @Override
        public String name() {
            return PGBENCH;
        }

        @Override
        public double rate(int clients, Duration time) throws Exception {
            return pgbench.rate(clients, time);
        }
    }
}
