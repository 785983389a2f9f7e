package io.examledger.command.redeemcode.bind;

import io.examledger.command.Throttled;
import io.examledger.kernel.account.AccountId;

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
}
