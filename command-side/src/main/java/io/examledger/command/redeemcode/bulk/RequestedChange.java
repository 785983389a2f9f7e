package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.subject.SubjectCode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the event of a request from its values. */
final class RequestedChange {
    private RequestedChange() {}

    static BulkChangeEvent.Requested event(RequestBulkChange command) {
        CodeFilter filter = command.filter();
        return new BulkChangeEvent.Requested(
                command.bulkChangeId().value(),
                command.enterprise().value(),
                command.action(),
                filter.digest(),
                text(filter.subject(), SubjectCode::value),
                text(filter.order(), OrderId::value),
                filter.status(),
                text(filter.examinee(), AccountId::value),
                command.at());
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }
}
