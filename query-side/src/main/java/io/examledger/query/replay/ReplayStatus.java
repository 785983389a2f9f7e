package io.examledger.query.replay;

/** Where a replay is. */
public enum ReplayStatus {
    QUEUED,
    /** Also when its node has died: another takes it up and begins anew. */
    RUNNING,
    /** Rebuilt and compared, and swapped if that was asked for. */
    DONE,
    /** The rebuild could not be finished; the served tables are as they were. */
    FAILED
}
