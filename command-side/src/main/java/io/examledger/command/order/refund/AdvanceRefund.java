package io.examledger.command.order.refund;

import io.examledger.command.payment.Return;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the next step of a refund, whichever that is; none if it waits or is over. */
public record AdvanceRefund(RefundId refundId, Instant at) {
    /** @param owed money that has to be given back elsewhere before the refund goes on; null without */
    public record Advanced(@Nullable Owed owed) {}

    /** @param part number of the part of the payment */
    public record Owed(int part, Return back) {}
}
