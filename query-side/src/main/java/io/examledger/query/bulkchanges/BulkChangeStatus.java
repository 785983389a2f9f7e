package io.examledger.query.bulkchanges;

/** Whether there is work left. */
public enum BulkChangeStatus {
    RUNNING,
    DONE
}
