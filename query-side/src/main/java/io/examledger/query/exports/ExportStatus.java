package io.examledger.query.exports;

/** How far an export is. */
public enum ExportStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    /** The file has been deleted. */
    EXPIRED
}
