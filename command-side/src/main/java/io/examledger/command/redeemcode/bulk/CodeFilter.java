package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * Which of an enterprise's codes are meant (COD-12). What is null narrows nothing.
 *
 * @param digest keyed digest of a present or replaced code string
 */
public record CodeFilter(
        @Nullable String digest,
        @Nullable SubjectCode subject,
        @Nullable OrderId order,
        @Nullable RedeemCodeStatus status,
        @Nullable AccountId examinee) {}
