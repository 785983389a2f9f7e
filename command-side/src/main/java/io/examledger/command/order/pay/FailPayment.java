package io.examledger.command.order.pay;

import io.examledger.kernel.order.OrderId;
import java.time.Instant;

/** Ends a payment under way; what was taken of it has gone back. */
public record FailPayment(OrderId orderId, String paymentId, String reason, Instant at) {}
