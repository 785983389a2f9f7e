package io.examledger.kernel.order;

import io.examledger.kernel.money.Money;

/** One part of a payment. The parts of an order add up to its total. */
public record PaymentPart(PaymentMethod method, Money amount) {}
