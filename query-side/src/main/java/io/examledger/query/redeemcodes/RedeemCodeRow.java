package io.examledger.query.redeemcodes;

import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of codes. */
record RedeemCodeRow(
        String redeemCodeId,
        String orderId,
        String account,
        String subject,
        RedeemCodeStatus status,
        String sealed,
        @Nullable String holder,
        @Nullable Instant boundAt,
        Instant validUntil,
        long position) {
    static final String COLUMNS = """
            redeem_code_id, order_id, account_id, subject, status, sealed, holder, bound_at, valid_until, position
            """;

    static RedeemCodeRow read(ResultSet row) throws SQLException {
        return new RedeemCodeRow(
                row.getString("redeem_code_id"),
                row.getString("order_id"),
                row.getString("account_id"),
                row.getString("subject"),
                RedeemCodeStatus.valueOf(row.getString("status")),
                row.getString("sealed"),
                row.getString("holder"),
                Instants.fromColumn(row, "bound_at"),
                Instants.required(row, "valid_until"),
                row.getLong("position"));
    }
}
