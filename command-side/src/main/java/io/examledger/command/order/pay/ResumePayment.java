package io.examledger.command.order.pay;

import io.examledger.kernel.order.OrderId;

/** Asks for the payment of an order that is under way. */
public record ResumePayment(OrderId orderId) {}
