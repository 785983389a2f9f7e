package io.examledger.benchmarks;

import io.examledger.benchmarks.commands.CommandsBenchmark;
import io.examledger.benchmarks.lag.LagBenchmark;
import io.examledger.benchmarks.ledger.LedgerBenchmark;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.order.OrderBenchmark;
import io.examledger.benchmarks.replay.ReplayBenchmark;
import io.examledger.benchmarks.search.HistoryBenchmark;
import io.examledger.benchmarks.server.Pgbench.MissingProgram;
import io.examledger.benchmarks.server.PostgresServer;

/** Runs the benchmark that the argument names, on a PostgreSQL of its own. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Ends the program itself: pools and schedulers of the stock engines keep threads that are not daemons. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        String name = arguments.length == 1 ? arguments[0] : "";
        Settings settings = Settings.ofSystem();
        try (PostgresServer server = PostgresServer.start()) {
            CommandsBenchmark commands = new CommandsBenchmark(server, settings);
            switch (name) {
                case "bind" -> commands.bind();
                case "issue" -> commands.issue();
                case "commands" -> {
                    commands.bind();
                    commands.issue();
                }
                case "order-100k" -> new OrderBenchmark(server, settings).run();
                case "ledger" -> new LedgerBenchmark(server, settings).run();
                case "history" -> new HistoryBenchmark(server, settings).run();
                case "lag" -> new LagBenchmark(server, settings).run();
                case "replay" -> new ReplayBenchmark(server, settings).run();
                default ->
                    throw new IllegalArgumentException("there is no benchmark \"" + name
                            + "\", only commands, bind, issue, order-100k, history, lag, ledger and replay");
            }
            return 0;
        } catch (MissingProgram | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (Exception e) {
            e.printStackTrace();
            return 1;
        }
    }
}
