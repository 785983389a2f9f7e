package io.examledger.query.bills;

import io.examledger.kernel.access.Caller;
import io.examledger.query.Criteria;
import io.examledger.query.Given;
import io.examledger.query.Instants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bills are wanted.
 *
 * @param from placed then or later
 * @param to placed before then
 * @param account of the buyer; null for everyone's, which only staff can ask for
 */
public record BillFilter(
        @Nullable BillStatus status,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String account) {
    /** @throws io.examledger.query.BadQuery if a value is not one */
    public static BillFilter of(
            Caller caller,
            @Nullable String status,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String account) {
        return new BillFilter(
                Given.oneOf("status", status, BillStatus.class),
                Given.text("subject", subject),
                Given.instant("from", from),
                Given.instant("to", to),
                Given.account(caller, account));
    }

    Criteria criteria() {
        return new Criteria()
                .where("status = :status", "status", status == null ? null : status.name())
                .where("subject = :subject", "subject", subject)
                .where("placed_at >= :from", "from", Instants.toColumn(from))
                .where("placed_at < :to", "to", Instants.toColumn(to))
                .where("account_id = :account", "account", account);
    }
}
