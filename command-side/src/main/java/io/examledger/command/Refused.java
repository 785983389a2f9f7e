package io.examledger.command;

import org.axonframework.commandhandling.CommandExecutionException;

/**
 * Carries a {@link Refusal} out of a command handler. A {@link CommandExecutionException} with details, so that it would
 * keep its meaning across a distributed bus; without a stack trace, because nothing is broken.
 */
public final class Refused extends CommandExecutionException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;
    private final boolean replayed;

    public Refused(Refusal refusal) {
        this(refusal, false);
    }

    private Refused(Refusal refusal, boolean replayed) {
        super(refusal.code(), null, refusal);
        this.refusal = refusal;
        this.replayed = replayed;
    }

    /** The refusal of an earlier request with the same idempotency key. */
    public static Refused replayed(Refusal refusal) {
        return new Refused(refusal, true);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Whether this repeats what an earlier request with the same idempotency key was answered. */
    public boolean replayed() {
        return replayed;
    }
}
