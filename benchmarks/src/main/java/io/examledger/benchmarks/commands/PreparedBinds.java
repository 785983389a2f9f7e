package io.examledger.benchmarks.commands;

import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.command.CommandContext;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import java.util.List;

/** Binds that a started system will accept, each once. */
public final class PreparedBinds {
    private final StartedPlatform platform;
    private final List<Object> binds;

    private PreparedBinds(StartedPlatform platform, List<Object> binds) {
        this.platform = platform;
        this.binds = binds;
    }

    /** Stores the codes and the people. */
    public static PreparedBinds on(StartedPlatform platform, int count) {
        Batch batch = Workload.BIND.batch(count);
        batch.history().forEach(platform.log()::appendEvents);
        return new PreparedBinds(platform, batch.commands());
    }

    /** Sends one and answers its position in the log. */
    public long send(int number) {
        CommandContext context = new CommandContext(LedgerSide.CALLER, History.newId(), null);
        return platform.commands()
                .send(binds.get(number), Registered.class, context)
                .position();
    }
}
