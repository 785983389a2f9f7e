package io.examledger.command;

import org.axonframework.commandhandling.CommandExecutionException;

/**
 * Carries a {@link Refusal} out of a command handler. A {@link CommandExecutionException} with details, so that it would
 * keep its meaning across a distributed bus; without a stack trace, because nothing is broken.
 */
public final class Refused extends CommandExecutionException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code(), null, refusal);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
