package io.examledger.command.order.refund;

import io.examledger.kernel.refund.RefundId;
import java.time.Instant;

/**
 * Notes that money which was kept elsewhere went back.
 *
 * @param part number of the part of the payment
 * @param reference by which the payment provider knows it
 */
public record ConfirmReturn(RefundId refundId, int part, String reference, Instant at) {}
