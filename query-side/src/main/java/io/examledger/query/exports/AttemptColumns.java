package io.examledger.query.exports;

import io.examledger.query.attempts.AttemptView;
import io.examledger.query.attempts.ResultView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the columns of an export of attempts (PLT-4). A result is empty until it is released (RES-1). */
final class AttemptColumns {
    static final List<String> HEADINGS = List.of(
            "appointmentId",
            "accountId",
            "examineeAccountId",
            "examineeName",
            "subject",
            "title",
            "category",
            "examType",
            "deliveryMode",
            "start",
            "status",
            "outcome",
            "score",
            "releasedAt",
            "redeemCodeId",
            "orderId",
            "registrationId");

    private AttemptColumns() {}

    static List<@Nullable Object> of(AttemptView attempt) {
        ResultView result = attempt.result();
        return Arrays.asList(
                attempt.appointmentId(),
                attempt.accountId(),
                attempt.examinee().accountId(),
                attempt.examinee().name(),
                attempt.subject(),
                attempt.title(),
                attempt.category(),
                attempt.examType(),
                attempt.deliveryMode(),
                attempt.start(),
                attempt.status(),
                result == null ? null : result.outcome(),
                result == null ? null : result.score(),
                result == null ? null : result.releasedAt(),
                attempt.redeemCodeId(),
                attempt.orderId(),
                attempt.registrationId());
    }
}
