package io.examledger.query.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An export as it is kept.
 *
 * @param requestedBy the caller's subject
 * @param owner the account that may see code strings; null for staff
 * @param filter as JSON
 */
record ExportJob(
        String exportId,
        String requestedBy,
        @Nullable String owner,
        ExportResource resource,
        ExportFormat format,
        String filter,
        ExportStatus status,
        long rowsDone,
        @Nullable Long rowsTotal) {
    static ExportJob read(ResultSet row, int number) throws SQLException {
        return new ExportJob(
                row.getString("export_id"),
                row.getString("requested_by"),
                row.getString("owner"),
                ExportResource.valueOf(row.getString("resource")),
                ExportFormat.valueOf(row.getString("format")),
                row.getString("filter"),
                ExportStatus.valueOf(row.getString("status")),
                row.getLong("rows_done"),
                row.getObject("rows_total", Long.class));
    }

    /** Whether the same thing is asked for by the same caller. */
    boolean asks(ExportJob other) {
        return requestedBy.equals(other.requestedBy)
                && Objects.equals(owner, other.owner)
                && resource == other.resource
                && format == other.format
                && filter.equals(other.filter);
    }

    /** Whose idempotency keys its own is one of: who asks, for which account, as for receipts of commands. */
    String scope() {
        return (owner == null ? "" : owner) + "|" + requestedBy;
    }

    ExportView view() {
        return new ExportView(exportId, status, rowsDone, rowsTotal);
    }

    /** As it was answered first. */
    ExportView firstView() {
        return new ExportView(exportId, ExportStatus.QUEUED, 0, null);
    }
}
