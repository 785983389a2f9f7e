package io.examledger.platform.model;

import io.examledger.platform.model.Batch.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** Many histories, batch after batch, and the report of the first that fails. */
final class Histories {
    private static final int BATCH = 250;

    /** While one batch adds up its read models, in one thread, another goes on. */
    private static final int AT_ONCE = 2;

    private final ModelDatabase.Kind kind;
    private final RuleFigures figures;
    private final int commands;
    private final Tally tally = new Tally();

    Histories(ModelDatabase.Kind kind, RuleFigures figures, int commands) {
        this.kind = kind;
        this.figures = figures;
        this.commands = commands;
    }

    /**
     * @param seed of the first; each following one has the next
     * @return what failed, with all that is needed to see it again
     */
    Optional<String> run(long seed, int count) {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<Outcome>>> batches = new ArrayList<>();
            for (int done = 0; done < count; done += BATCH) {
                List<History> histories = LongStream.range(seed + done, seed + Math.min(count, done + BATCH))
                        .mapToObj(each -> History.of(each, commands))
                        .toList();
                batches.add(threads.submit(() -> over.get() ? List.of() : runBatch(histories)));
            }
            Optional<Outcome> failure = Optional.empty();
            for (Future<List<Outcome>> batch : batches) {
                List<Outcome> outcomes = batch.get();
                outcomes.forEach(outcome -> tally.add(outcome.tally()));
                failure = failure.or(() -> failed(outcomes));
                over.set(failure.isPresent());
            }
            return failure.map(this::report);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Outcome> runBatch(List<History> histories) {
        try (Batch batch = new Batch(kind, figures)) {
            return batch.run(histories);
        }
    }

    private static Optional<Outcome> failed(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.failure().isPresent())
                .findFirst();
    }

    private String report(Outcome failed) {
        try (Batch batch = new Batch(kind, figures)) {
            History shortest = new Shrinking(history ->
                            batch.tryAlone(history, failed.inReadModel()).isPresent())
                    .shortest(failed.history());
            return """
                    The history of seed %d disagrees with the rule book:
                      %s
                    Again: -Dexamledger.model.seed=%d -Dexamledger.model.histories=1
                    The shortest that still fails, %d steps:
                      %s""".formatted(
                            failed.history().seed(),
                            failed.failure().map(Disagreement::getMessage).orElse(""),
                            failed.history().seed(),
                            shortest.steps().size(),
                            batch.tryAlone(shortest, failed.inReadModel())
                                    .map(Disagreement::getMessage)
                                    .orElse("(fails only beside others)"));
        }
    }

    Tally tally() {
        return tally;
    }
}
