package io.examledger.command.order.issue;

import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.kernel.order.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * Issues the next chunk of a paid order's codes. Repeating it changes nothing: the codes' ids follow from the order.
 *
 * @param from number of the first code, counted from 1
 * @param codes one for each code to issue
 */
public record IssueRedeemCodes(OrderId orderId, int from, List<NewCodeString> codes, Instant at) {
    public IssueRedeemCodes {
        codes = List.copyOf(codes);
    }

    /** Number of the last code. */
    public int to() {
        return from + codes.size() - 1;
    }
}
