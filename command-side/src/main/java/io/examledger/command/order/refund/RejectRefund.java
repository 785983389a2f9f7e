package io.examledger.command.order.refund;

import io.examledger.kernel.order.OrderId;
import java.time.Instant;

/**
 * Ends the order's held refund (REF-4).
 *
 * @param reason for the buyer to read
 */
public record RejectRefund(OrderId orderId, String reason, Instant at) {}
