package io.examledger.command.testing;

import io.examledger.command.Throttled;
import io.examledger.command.redeemcode.bind.GuessLimit;
import io.examledger.kernel.account.AccountId;
import java.time.Duration;
import java.util.List;

/** Writes down when the limit was asked and charged, among what else was done. */
public final class RecordedGuesses implements GuessLimit {
    private final List<String> steps;
    private boolean exhausted;

    public RecordedGuesses(List<String> steps) {
        this.steps = steps;
    }

    /** From now on every try is one too many. */
    public void exhaust() {
        exhausted = true;
    }

    @Override
    public void checkAllowed(AccountId account, String address) {
        steps.add("asked for " + account + " at " + address);
        if (exhausted) {
            throw new Throttled(Duration.ofSeconds(30));
        }
    }

    @Override
    public void failed(AccountId account, String address, String digest) {
        steps.add("charged " + account + " at " + address + " for " + digest);
    }
}
