package io.examledger.command.payment;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentPart;

/** A part of an order's payment that is to be taken. */
public record Charge(OrderId orderId, AccountId payer, PaymentPart part) {}
