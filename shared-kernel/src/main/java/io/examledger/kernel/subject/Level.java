package io.examledger.kernel.subject;

/** CAT-1: the level of a career subject on its track. */
public enum Level {
    ASSOCIATE,
    PROFESSIONAL,
    EXPERT
}
