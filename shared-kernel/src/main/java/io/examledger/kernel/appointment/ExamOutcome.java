package io.examledger.kernel.appointment;

/** What an attempt came to (RES-1). */
public enum ExamOutcome {
    PASS,
    FAIL,
    /** It does not stand: a violation ended it, or it was invalidated later (APT-9, RES-4). */
    INVALID
}
