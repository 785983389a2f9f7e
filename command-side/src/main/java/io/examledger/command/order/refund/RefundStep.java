package io.examledger.command.order.refund;

import io.examledger.kernel.order.PaidPart;

/** What a refund needs next. Codes are those asked for, counted from 1. */
sealed interface RefundStep {
    record Freeze(int from, int to) implements RefundStep {}

    record RefundCodes(int from, int to) implements RefundStep {}

    record Release(int from, int to) implements RefundStep {}

    record Calculate() implements RefundStep {}

    /** @param back method and amount of what goes back, and the reference of what was taken */
    record ReturnPart(int part, PaidPart back) implements RefundStep {}

    record Settle() implements RefundStep {}

    record Drop(boolean rejected) implements RefundStep {}

    /** Nothing, until staff have decided, or for ever. */
    record Rest() implements RefundStep {}
}
