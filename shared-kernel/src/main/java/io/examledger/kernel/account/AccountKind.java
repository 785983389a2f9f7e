package io.examledger.kernel.account;

/** Whether an account stands for itself or under another. */
public enum AccountKind {
    ROOT,
    SUB
}
