package io.examledger.command.order.pay;

import io.examledger.kernel.order.OrderId;
import java.time.Instant;

/**
 * Notes that a part of a payment was taken elsewhere.
 *
 * @param part counted from 1
 * @param reference by which the payment provider knows the money
 */
public record RecordCapture(OrderId orderId, String paymentId, int part, String reference, Instant at) {}
