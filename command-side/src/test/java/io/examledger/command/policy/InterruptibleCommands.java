package io.examledger.command.policy;

import io.examledger.command.PolicyCommands;
import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.testing.CommandSide;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Records a policy's commands on their way to the command side, and can crash once before or after a commit. */
final class InterruptibleCommands implements PolicyCommands {
    private final CommandSide commandSide;
    private final List<IssueRedeemCodes> sent = new ArrayList<>();
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

    List<IssueRedeemCodes> sent() {
        return sent;
    }

    @Override
    public <R> R send(Object command, Class<R> answer, EventMessage<?> cause) {
        sent.add((IssueRedeemCodes) command);
        boolean crash = sent.size() == crashAt;
        if (crash && !committed) {
            throw new Crash();
        }
        R answered = answer.cast(commandSide.send(command));
        if (crash) {
            throw new Crash();
        }
        return answered;
    }
}
