package io.examledger.kernel.subject;

/** CAT-1: the two categories of subjects. */
public enum Category {
    CAREER,
    SPECIALTY
}
