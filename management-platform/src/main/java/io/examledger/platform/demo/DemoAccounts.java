package io.examledger.platform.demo;

import java.util.List;

/** Registers the demo accounts through commands, as an operator would. */
public interface DemoAccounts {
    /**
     * Called on every start; accounts that are registered already stay as they are.
     *
     * @param accounts enterprises, to be root accounts with corporate verification, and examinees, to be verified as
     *     individuals
     */
    void ensureRegistered(List<DemoAccount> accounts);
}
