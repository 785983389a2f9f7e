package io.examledger.platform.model;

import io.examledger.platform.axon.HistoryNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Histories side by side on one database, so that their commands share appends; and the read models of them all. */
final class Batch implements AutoCloseable {
    static final int SIDE_BY_SIDE = 12;
    private static final AtomicInteger RUNS = new AtomicInteger();
    private final ModelDatabase database;
    private final HistoryNode node;
    private final ReadModel readModel;
    private final RuleFigures figures;

    Batch(ModelDatabase.Kind kind, RuleFigures figures) {
        likeThePlatform(LoggingSystem.get(Batch.class.getClassLoader()));
        this.database = new ModelDatabase(kind, SIDE_BY_SIDE);
        this.node = new HistoryNode(database, database.reads, OpenVaults.personal());
        this.readModel = new ReadModel(database.reads);
        this.figures = figures;
    }

    /** What is not found is no news here, and without a server nobody has said so. */
    private static void likeThePlatform(LoggingSystem logging) {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("io.examledger", LogLevel.INFO);
        logging.setLogLevel("org.axonframework.modelling.command.AbstractRepository", LogLevel.OFF);
    }

    /**
     * @param failure what did not agree; empty if all did
     * @param inReadModel whether it did until the read models were looked at
     */
    record Outcome(History history, Tally tally, Optional<Disagreement> failure, boolean inReadModel) {}

    List<Outcome> run(List<History> histories) {
        List<HistoryRun> runs = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Optional<Disagreement>>> ends = new ArrayList<>();
            for (History history : histories) {
                HistoryRun run = newRun(history);
                runs.add(run);
                ends.add(threads.submit(() -> failureOf(run)));
            }
            for (int i = 0; i < runs.size(); i++) {
                outcomes.add(runs.get(i).outcome(ends.get(i).get(), false));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (outcomes.stream().allMatch(outcome -> outcome.failure().isEmpty())) {
            readModel.fold(node.log());
            return compared(runs);
        }
        return outcomes;
    }

    private HistoryRun newRun(History history) {
        return new HistoryRun(node, history, figures, "R%06d".formatted(RUNS.incrementAndGet()));
    }

    private static Optional<Disagreement> failureOf(HistoryRun run) {
        try {
            run.run();
            return Optional.empty();
        } catch (Disagreement disagreement) {
            return Optional.of(disagreement);
        } catch (RuntimeException broken) {
            return Optional.of(new Disagreement("it broke: " + broken, broken));
        }
    }

    private List<Outcome> compared(List<HistoryRun> runs) {
        Map<String, Facts> rows = readModel.rows();
        List<Outcome> outcomes = new ArrayList<>();
        for (HistoryRun run : runs) {
            outcomes.add(run.outcome(difference(run, rows), true));
        }
        if (!rows.isEmpty()
                && outcomes.stream().allMatch(outcome -> outcome.failure().isEmpty())) {
            throw new Disagreement("rows that no history accounts for: " + rows);
        }
        return outcomes;
    }

    /** Takes the rows of a run away. */
    private static Optional<Disagreement> difference(HistoryRun run, Map<String, Facts> rows) {
        Optional<Disagreement> failure = Optional.empty();
        for (Map.Entry<String, Facts> row : ReadModelFacts.of(run.world()).entrySet()) {
            Facts is = rows.remove(row.getKey());
            if (failure.isEmpty() && !row.getValue().equals(is)) {
                failure = Optional.of(new Disagreement(
                        "the read model's row %s is %s, but should be %s".formatted(row.getKey(), is, row.getValue())));
            }
        }
        return failure;
    }

    /** One history alone, and with it the read models of it alone, if the failure was there. */
    Optional<Disagreement> tryAlone(History history, boolean withReadModel) {
        HistoryRun run = newRun(history.elsewhere(RUNS.get()));
        Optional<Disagreement> failure = failureOf(run);
        if (failure.isPresent() || !withReadModel) {
            return failure;
        }
        readModel.fold(run.events().stream());
        return difference(run, readModel.rows());
    }

    /** The log of all histories, as it is stored. */
    List<? extends TrackedEventMessage<?>> log() {
        return node.log().toList();
    }

    /** The last position recorded by then. */
    long lastPositionAt(Instant instant) {
        return node.lastPositionAt(instant);
    }

    /** With the read models. */
    DataSource database() {
        return database.reads;
    }

    @Override
    public void close() {
        node.close();
        database.close();
    }
}
