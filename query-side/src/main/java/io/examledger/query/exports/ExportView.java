package io.examledger.query.exports;

import org.jspecify.annotations.Nullable;

/**
 * An export as its client sees it.
 *
 * @param rowsTotal null until the rows have been counted
 */
public record ExportView(
        String exportId,
        ExportStatus status,
        long rowsDone,
        @Nullable Long rowsTotal) {}
