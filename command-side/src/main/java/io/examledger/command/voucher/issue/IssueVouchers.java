package io.examledger.command.voucher.issue;

import io.examledger.command.voucher.PercentOff;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.List;

/**
 * Issues vouchers that differ in their codes only.
 *
 * @param subjects that they are good for; empty for all
 * @param validFrom first instant at which they can be used
 * @param validUntil first instant at which they can no longer be used
 */
public record IssueVouchers(
        List<NewVoucher> vouchers,
        PercentOff percentOff,
        List<SubjectCode> subjects,
        Instant validFrom,
        Instant validUntil,
        Instant at) {
    /** As many as one append takes without keeping other commands waiting. */
    public static final int MAX_QUANTITY = 1_000;

    public IssueVouchers {
        vouchers = List.copyOf(vouchers);
        subjects = List.copyOf(subjects);
        if (vouchers.isEmpty() || vouchers.size() > MAX_QUANTITY) {
            throw new IllegalArgumentException("1 to " + MAX_QUANTITY + " vouchers are issued at once");
        }
        if (!validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("a voucher is valid from before it is valid until (VOU-1)");
        }
    }
}
