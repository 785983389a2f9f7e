package io.examledger.command.order.expire;

import io.examledger.kernel.order.OrderId;
import java.time.Instant;

/** Notes that an order's validity is over (ORD-4). Before its end, and a second time, it changes nothing. */
public record ExpireOrder(OrderId orderId, Instant at) {}
