package io.examledger.query.audit.summary;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;

/** Orders. */
final class OrderWords {
    private OrderWords() {}

    static String of(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed e -> placed(e);
            case OrderEvent.Purchased e ->
                "The order was paid, %s; it is valid until %s."
                        .formatted(e.parts().isEmpty() ? "nothing" : Words.parts(e.parts()), e.validUntil());
            case OrderEvent.RedeemCodesIssued e ->
                "Codes %d to %d of %d were issued.".formatted(e.from(), e.to(), e.quantity());
            case OrderEvent.PaymentStarted e -> "A payment was begun: %s.".formatted(Words.parts(e.parts()));
            case OrderEvent.PaymentCaptured e ->
                "Part %d of the payment was taken by the provider.".formatted(e.part());
            case OrderEvent.PaymentFailed e ->
                "The payment failed (%s); what had been taken of it has gone back.".formatted(e.reason());
            case OrderEvent.RefundRequested e -> "The buyer asked for the order's refund, %s.".formatted(e.refundId());
            case OrderEvent.RefundDropped e ->
                e.rejected()
                        ? "The refund was rejected: nothing went back, and another one can be asked for."
                        : "The refund came to nothing: no code was left unused by its turn.";
            case OrderEvent.Refunded e ->
                "%s of %d were refunded; %s went back."
                        .formatted(Words.count(e.places(), "place"), e.quantity(), Words.money(e.amount()));
            case OrderEndEvent.Expired e ->
                "The order's validity ended at %s, and with it all that was not used.".formatted(e.validUntil());
            case OrderEndEvent.RedeemCodesExpired e ->
                "Codes %d to %d of %d were looked at: those that were unused or bound have expired."
                        .formatted(e.from(), e.to(), e.quantity());
            case OrderEndEvent.ReminderDue e ->
                "The buyer is to be reminded, %d days before the order ends at %s; skipped: %s."
                        .formatted(e.threshold(), e.validUntil(), Words.listed(e.skipped(), "none"));
            case OrderEndEvent.RemindersSkipped e ->
                "Nobody is reminded %s days before the end: nothing was left to lose."
                        .formatted(Words.listed(e.thresholds(), "any"));
        };
    }

    private static String placed(OrderEvent.Placed e) {
        Money list = e.unitPrice().times(e.quantity());
        String what = e.kind() == OrderKind.ENTERPRISE
                ? Words.count(e.quantity(), "code") + " for " + e.subject()
                : "a place in " + e.subject();
        String less =
                list.equals(e.total()) ? "" : ", less %s by a voucher".formatted(Words.money(list.minus(e.total())));
        return "An order of %s was placed: %d × %s%s, %s to pay. Terms %s were accepted."
                .formatted(what, e.quantity(), Words.money(e.unitPrice()), less, Words.money(e.total()), e.terms());
    }
}
