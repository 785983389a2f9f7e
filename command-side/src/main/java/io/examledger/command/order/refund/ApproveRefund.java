package io.examledger.command.order.refund;

import io.examledger.kernel.order.OrderId;
import java.time.Instant;

/** Lets the order's held refund go on (REF-4). */
public record ApproveRefund(OrderId orderId, Instant at) {}
