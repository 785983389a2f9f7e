package io.examledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.PolicyCommands;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.testing.CommandSide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;

/**
 * Records a policy's commands on their way to the command side, and can crash once before or after a commit. A command
 * that was decided under a key is not decided again.
 */
final class InterruptibleCommands implements PolicyCommands {
    private final CommandSide commandSide;
    private final List<Object> sent = new ArrayList<>();
    private final Map<String, Optional<Refusal>> receipts = new HashMap<>();
    private int crashAt;
    private boolean committed;

    InterruptibleCommands(CommandSide commandSide) {
        this.commandSide = commandSide;
    }

    /** The end of a process. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param command counted from 1
     * @param afterCommit whether the command is stored before the crash
     */
    void crashAt(int command, boolean afterCommit) {
        crashAt = command;
        committed = afterCommit;
    }

    /** The commands of one type. */
    <C> List<C> sent(Class<C> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public <R> R send(Object command, Class<R> answer, EventMessage<?> cause) {
        boolean crash = record(command);
        R answered = answer.cast(commandSide.send(command));
        if (crash) {
            throw new Crash();
        }
        return answered;
    }

    @Override
    public List<Optional<Refusal>> sendEach(List<OnceCommand> commands, EventMessage<?> cause) {
        return commands.stream().map(this::sendOnce).toList();
    }

    private Optional<Refusal> sendOnce(OnceCommand once) {
        boolean crash = record(once.command());
        Optional<Refusal> refusal = receipts.computeIfAbsent(once.key(), key -> decide(once));
        if (crash) {
            throw new Crash();
        }
        return refusal;
    }

    private Optional<Refusal> decide(OnceCommand once) {
        try {
            assertThat(commandSide.send(once.command())).isInstanceOf(once.answer());
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** @return whether the process ends once the command is stored */
    private boolean record(Object command) {
        sent.add(command);
        boolean crash = sent.size() == crashAt;
        if (crash && !committed) {
            throw new Crash();
        }
        return crash;
    }
}
