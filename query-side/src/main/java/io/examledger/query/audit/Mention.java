package io.examledger.query.audit;

/**
 * That an event concerns something.
 *
 * @param id of the thing
 */
public record Mention(Kind kind, String id) {
    /** What there are timelines of. */
    public enum Kind {
        ORDER,
        REDEEM_CODE,
        APPOINTMENT,
        ACCOUNT,
        REGISTRATION,
        CANDIDACY
    }
}
