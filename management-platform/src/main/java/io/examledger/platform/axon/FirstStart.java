package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import java.util.Optional;
import java.util.Set;

/** Whoever sends the commands that an empty log begins with. */
public final class FirstStart {
    private static final String NAME = "first-start";

    private FirstStart() {}

    public static CommandContext context() {
        return new CommandContext(new Caller(NAME, Optional.empty(), Set.of(Role.OPERATOR)), NAME, null);
    }
}
