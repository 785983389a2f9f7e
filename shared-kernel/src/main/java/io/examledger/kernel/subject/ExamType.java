package io.examledger.kernel.subject;

/** What an exam consists of (PLT-4). */
public enum ExamType {
    THEORY,
    PRACTICAL
}
