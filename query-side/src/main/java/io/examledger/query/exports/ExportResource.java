package io.examledger.query.exports;

/** What can be exported. */
enum ExportResource {
    REDEEM_CODES("redeem-codes"),
    ORDERS("orders"),
    EXAMINEES("examinees"),
    AUDIT_EVENTS("audit-events");

    private final String wireName;

    ExportResource(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
