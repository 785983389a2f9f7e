package io.examledger.query.audit.summary;

import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.voucher.VoucherEvent;

/** Refunds, vouchers and balances. */
final class MoneyWords {
    private MoneyWords() {}

    static String of(RefundEvent event) {
        return switch (event) {
            case RefundEvent.Requested e -> requested(e);
            case RefundEvent.CodesFrozen e ->
                "%s frozen; %d of those asked for have been looked at."
                        .formatted(Words.count(e.frozen(), "unused code"), e.through());
            case RefundEvent.Approved e -> "Staff approved the refund.";
            case RefundEvent.Rejected e -> "Staff rejected the refund: %s".formatted(e.reason());
            case RefundEvent.CodesReleased e ->
                "%s can be used again.".formatted(Words.count(e.released(), "frozen code"));
            case RefundEvent.CodesRefunded e -> "%s refunded.".formatted(Words.count(e.refunded(), "frozen code"));
            case RefundEvent.Calculated e ->
                "For %s %s goes back: %s. Lost of a voucher: %s."
                        .formatted(
                                Words.count(e.places(), "place"),
                                Words.money(e.amount()),
                                Words.parts(e.parts()),
                                Words.money(e.voucherLost()));
            case RefundEvent.PartReturned e ->
                "Part %d of the payment went back: %s by %s.".formatted(e.part(), Words.money(e.amount()), e.method());
            case RefundEvent.Settled e ->
                "The refund is done: %s, %s.".formatted(Words.count(e.places(), "place"), Words.money(e.amount()));
            case RefundEvent.Dropped e -> "The refund ended; nothing went back.";
        };
    }

    private static String requested(RefundEvent.Requested e) {
        String what = e.kind() == OrderKind.INDIVIDUAL ? "the place" : Words.count(e.codes(), "code");
        String held = e.heldFor() == null ? "" : " It is held for approval: %s.".formatted(e.heldFor());
        return "A refund of %s of order %s was asked for.%s".formatted(what, e.orderId(), held);
    }

    static String of(VoucherEvent event) {
        return switch (event) {
            case VoucherEvent.Issued e ->
                "A voucher of %d %% was issued for %s, good from %s until %s."
                        .formatted(
                                e.percentOff(),
                                Words.listed(e.subjects(), "all subjects"),
                                e.validFrom(),
                                e.validUntil());
            case VoucherEvent.Used e ->
                "The voucher was used for order %s and took %s off.".formatted(e.orderId(), Words.money(e.discount()));
        };
    }

    static String of(BalanceEvent event) {
        return switch (event) {
            case BalanceEvent.Opened e ->
                "A %s balance was opened with %s.".formatted(e.method(), Words.money(e.amount()));
            case BalanceEvent.Debited e -> "%s taken for order %s.".formatted(Words.money(e.amount()), e.orderId());
            case BalanceEvent.Credited e ->
                "%s came back for order %s by refund %s.".formatted(Words.money(e.amount()), e.orderId(), e.refundId());
        };
    }
}
