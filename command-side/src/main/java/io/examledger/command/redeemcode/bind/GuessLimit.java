package io.examledger.command.redeemcode.bind;

import io.examledger.command.Commands.IdempotencyKeyReused;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.Throttled;
import io.examledger.kernel.account.AccountId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps people from guessing code strings (COD-11). Only failing tries count, and each string once: people racing for one
 * code are not guessing. A try counts the same whether the code is unknown, foreign, used or invalidated, so that the
 * limit tells nothing about a code.
 */
public interface GuessLimit {
    /**
     * Called before a string is looked up.
     *
     * @param address the client's network address
     * @throws Throttled if the account or the address has failed too often of late
     */
    void checkAllowed(AccountId account, String address);

    /**
     * Counts a failed try.
     *
     * @param digest of what was typed; the same string has the same digest
     */
    void failed(AccountId account, String address, String digest);

    /**
     * Someone's try with a code string.
     *
     * @param address the client's network address
     * @param digest of what was typed
     */
    record Try(AccountId account, String address, String digest) {}

    /**
     * Sends a command that a code string was typed for, and counts the try if the string was what was wrong.
     *
     * @param wrong whether a refusal is about the string
     * @param send the command
     * @param replay what this request was answered before
     * @throws Throttled if this is no repeat, and the account or the address has failed too often of late
     */
    default <R> Outcome<R> limited(
            Try guess, Predicate<Refusal> wrong, Supplier<Outcome<R>> send, Supplier<Optional<Outcome<R>>> replay) {
        try {
            checkAllowed(guess.account(), guess.address());
        } catch (Throttled throttled) {
            // A repeat tells nothing that the first answer did not, so it is answered however many tries failed since.
            return replay.get().orElseThrow(() -> throttled);
        }
        try {
            return send.get();
        } catch (Refused refused) {
            if (!refused.replayed() && wrong.test(refused.refusal())) {
                failed(guess.account(), guess.address(), guess.digest());
            }
            throw refused;
        } catch (IdempotencyKeyReused reused) {
            // Another string under an old key is another try.
            failed(guess.account(), guess.address(), guess.digest());
            throw reused;
        }
    }
}
