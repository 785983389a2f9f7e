package io.examledger.benchmarks.commands;

import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.eventstore.BoundedCache;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;

/** This system's own command side, as a controller uses it. Its cache of aggregates is empty unless said otherwise. */
final class LedgerSide implements CommandSide {
    /** What is switched on beside the bare command side. */
    enum Option {
        /** Each command carries an idempotency key. */
        RECEIPTS,
        /** The aggregates were used on this node before. */
        CACHED,
        /** Projections and policies run in the same process. */
        READERS
    }

    static final Caller CALLER = new Caller("benchmark", Optional.empty(), Set.of(Role.OPERATOR));

    private final StartedPlatform platform;
    private final Set<Option> options;

    LedgerSide(StartedPlatform platform, Option... options) {
        this.platform = platform;
        this.options = Set.of(options);
    }

    @Override
    public void store(List<DomainEventMessage<?>> events) {
        platform.log().appendEvents(events);
    }

    @Override
    public void ready(Batch batch) {
        // What earlier measurements left would not let new aggregates in.
        for (String cache : List.of("redeemCodeCache", "candidacyCache")) {
            platform.bean(cache, BoundedCache.class).removeAll();
        }
        if (options.contains(Option.CACHED)) {
            load("redeemCodes", binds(batch).map(bind -> String.valueOf(bind.redeemCodeId())));
        }
        if (options.contains(Option.READERS)) {
            platform.startReaders();
        }
    }

    private static Stream<BindRedeemCode> binds(Batch batch) {
        return batch.commands().stream().map(BindRedeemCode.class::cast);
    }

    private void load(String repository, Stream<String> ids) {
        Consumer<String> load = platform.bean(repository, Repository.class)::load;
        ids.forEach(
                id -> DefaultUnitOfWork.startAndGet(new GenericMessage<>(id)).execute(() -> load.accept(id)));
    }

    @Override
    public void send(Object command, Class<?> answer) {
        String id = History.newId();
        Idempotency key = options.contains(Option.RECEIPTS) ? new Idempotency(id, RandomText.digest()) : null;
        platform.commands().send(command, answer, new CommandContext(CALLER, id, key));
    }

    @Override
    public void finished() {
        if (options.contains(Option.READERS)) {
            platform.stopReaders();
        }
    }
}
