package io.examledger.command.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.examledger.command.Commands.Done;
import io.examledger.command.PolicyCommands;
import io.examledger.command.PolicyCommands.OnceCommand;
import io.examledger.command.Refusal;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.FinishChunk;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.redeemcode.bulk.SelectedCodes;
import io.examledger.command.redeemcode.bulk.SelectedCodes.Found;
import io.examledger.command.redeemcode.bulk.StartChunk;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCode;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler.Regenerated;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A bulk change selects all its codes and then changes them, chunk after chunk (COD-3, COD-4). The job's own stream is
 * the progress: a crash anywhere goes on where it stopped. Each code's command carries the job and the code as its key,
 * so that a chunk which is worked off again changes no code twice. What a rule refuses is counted and skipped.
 */
public class WhenBulkChangeRequestedChangeRedeemCodes implements Policy {
    /** Codes selected by one event, and changed between two steps of progress. */
    static final int CHUNK = 500;

    private final PolicyCommands commands;
    private final SelectedCodes codes;
    private final CodeStringVault vault;
    private final Clock clock;

    public WhenBulkChangeRequestedChangeRedeemCodes(
            PolicyCommands commands, SelectedCodes codes, CodeStringVault vault, Clock clock) {
        this.commands = commands;
        this.codes = codes;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof BulkChangeEvent event ? Optional.of(event.bulkChangeId()) : Optional.empty();
    }

    /** All of it before the first change: a change may take a code out of the filter, and a person may come into it. */
    @EventHandler
    void on(BulkChangeEvent.Requested event, EventMessage<?> cause) {
        BulkChangeId job = new BulkChangeId(event.bulkChangeId());
        AccountId owner = new AccountId(event.owner());
        CodeFilter filter = new CodeFilter(
                event.digest(),
                value(event.subject(), SubjectCode::new),
                value(event.orderId(), OrderId::new),
                event.status(),
                value(event.holder(), AccountId::new));
        Selection selection = Selection.NONE;
        while (!selection.complete()) {
            long after = selection.through();
            List<Found> found = codes.find(owner, filter, after, positionOf(cause), CHUNK);
            selection = commands.send(
                    new SelectRedeemCodes(
                            job,
                            after,
                            found.stream().map(Found::redeemCodeId).toList(),
                            found.isEmpty() ? after : found.getLast().position(),
                            found.size() < CHUNK,
                            clock.instant()),
                    Selection.class,
                    cause);
        }
    }

    private static <R> @Nullable R value(@Nullable String text, Function<String, R> constructor) {
        return text == null ? null : constructor.apply(text);
    }

    private static long positionOf(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            return tracked.trackingToken().position().orElseThrow();
        }
        throw new IllegalStateException("an event that does not come from the log");
    }

    @EventHandler
    void on(BulkChangeEvent.SelectionCompleted event, EventMessage<?> cause) {
        change(new BulkChangeId(event.bulkChangeId()), 1, cause);
    }

    @EventHandler
    void on(BulkChangeEvent.ChunkDone event, EventMessage<?> cause) {
        change(new BulkChangeId(event.bulkChangeId()), event.chunk() + 1, cause);
    }

    private void change(BulkChangeId job, int chunk, EventMessage<?> cause) {
        Work work = commands.send(new StartChunk(job, chunk), Work.class, cause);
        if (work.redeemCodes().isEmpty()) {
            return;
        }
        List<Refusal> refusals =
                commands
                        .sendEach(
                                work.redeemCodes().stream()
                                        .map(code -> command(job, work, code))
                                        .toList(),
                                cause)
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
        int changed = work.redeemCodes().size() - refusals.size();
        commands.send(new FinishChunk(job, chunk, changed, counted(refusals), clock.instant()), Done.class, cause);
    }

    private OnceCommand command(BulkChangeId job, Work work, RedeemCodeId code) {
        String key = "bulk-change/" + job + "/" + code;
        return switch (work.action()) {
            case UNBIND ->
                new OnceCommand(key, new UnbindRedeemCode(code, work.enterprise(), null, clock.instant()), Done.class);
            case REGENERATE -> {
                CodeString clear = vault.generate();
                NewCodeString fresh = NewCodeString.of(clear, code, vault);
                yield new OnceCommand(
                        key,
                        new RegenerateRedeemCode(code, work.enterprise(), clear, fresh, clock.instant()),
                        Regenerated.class);
            }
        };
    }

    private static List<RefusalCount> counted(List<Refusal> refusals) {
        return refusals.stream()
                .collect(groupingBy(Refusal::code, TreeMap::new, summingInt(refusal -> 1)))
                .entrySet()
                .stream()
                .map(count -> new RefusalCount(count.getKey(), count.getValue()))
                .toList();
    }
}
