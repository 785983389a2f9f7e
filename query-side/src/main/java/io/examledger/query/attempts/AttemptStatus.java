package io.examledger.query.attempts;

/** How far an attempt has come. Says nothing of its result (RES-1), which stands beside it from its release on. */
public enum AttemptStatus {
    SCHEDULED,
    CANCELLED,
    /** The name on a document was not the legal name (ACC-3). */
    IDENTITY_REJECTED,
    /** Nobody showed up in time (APT-2), or whoever launched the session did not show who they are (APT-3). */
    MISSED,
    /** The exam is being sat, or was: online by somebody who launched it and was admitted. */
    ATTENDED,
    /** A violation ended it (APT-9). */
    TERMINATED,
    /** A technical failure ended it before anything was seen: it does not count (APT-10). */
    INTERRUPTED;

    /** Whether somebody really sat (PLT-1). */
    public boolean attended() {
        return this == ATTENDED || this == TERMINATED;
    }
}
