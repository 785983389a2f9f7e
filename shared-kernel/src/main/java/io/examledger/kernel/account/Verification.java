package io.examledger.kernel.account;

/** How far an account's identity has been verified. */
public enum Verification {
    NONE,
    /** May place individual orders, bind codes and schedule (ACC-2). */
    INDIVIDUAL,
    /** A root account with it may place enterprise orders (ACC-1). */
    CORPORATE
}
