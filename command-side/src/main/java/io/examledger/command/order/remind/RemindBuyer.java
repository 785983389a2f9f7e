package io.examledger.command.order.remind;

import io.examledger.kernel.order.OrderId;
import java.time.Instant;

/**
 * Reminds the buyer of an order that it will expire, if something would be lost (ORD-5). Repeating it changes nothing.
 *
 * @param threshold the one whose deadline has come, in days
 * @param unusedCodes how many codes of an enterprise order are unused, as {@link UnusedCodes} counts; 0 for an individual order
 */
public record RemindBuyer(OrderId orderId, int threshold, long unusedCodes, Instant at) {}
