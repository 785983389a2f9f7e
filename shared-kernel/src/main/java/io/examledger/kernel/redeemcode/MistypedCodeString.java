package io.examledger.kernel.redeemcode;

/** What was typed cannot be a code string. The message is meant for the person who typed it and never repeats it. */
public final class MistypedCodeString extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MistypedCodeString(String message) {
        super(message);
    }
}
