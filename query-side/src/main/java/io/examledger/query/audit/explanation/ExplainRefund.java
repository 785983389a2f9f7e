package io.examledger.query.audit.explanation;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.query.audit.summary.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a refund is held, rejected or under way, why it is as much as it is, and why some codes were left out. */
final class ExplainRefund {
    private ExplainRefund() {}

    static List<Reason> of(History refund) {
        Fact<RefundEvent.Requested> asked = refund.last(RefundEvent.Requested.class);
        if (asked == null) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(status(refund, asked));
        Fact<RefundEvent.Calculated> share = refund.last(RefundEvent.Calculated.class);
        if (share != null) {
            reasons.add(amount(refund, asked, share));
        }
        if (share != null && asked.event().codes() > share.event().places()) {
            reasons.add(leftOut(refund, asked, share));
        }
        return reasons;
    }

    private static Reason status(History refund, Fact<RefundEvent.Requested> asked) {
        String held = asked.event().heldFor();
        Fact<RefundEvent.Settled> settled = refund.last(RefundEvent.Settled.class);
        Fact<RefundEvent.Approved> approved = refund.last(RefundEvent.Approved.class);
        if (settled != null) {
            return Reason.of("refund", "REF-2", "The order's one refund is done.", asked, approved, settled);
        }
        Fact<RefundEvent.Rejected> rejected = refund.last(RefundEvent.Rejected.class);
        if (rejected != null) {
            String why = "Rejected by staff: " + rejected.event().reason();
            return Reason.of("refund", "REF-4", why, asked, rejected, refund.last(RefundEvent.Dropped.class));
        }
        Fact<RefundEvent.Dropped> dropped = refund.last(RefundEvent.Dropped.class);
        if (dropped != null) {
            return Reason.of(
                    "refund", "REF-2", "Nothing went back: no code was left unused by its turn.", asked, dropped);
        }
        return held != null && approved == null
                ? Reason.of("refund", "REF-4", "Held for approval by staff: " + held(held) + ".", asked)
                : Reason.of(
                        "refund",
                        "REF-2",
                        "Under way; a payment leg that fails is tried again inside it.",
                        asked,
                        approved);
    }

    private static String held(String reason) {
        return switch (reason) {
            case "large-amount" -> "the amount is large";
            case "rejected-before" -> "an earlier request for the order was rejected";
            default -> reason;
        };
    }

    /** REF-3. */
    private static Reason amount(
            History refund, Fact<RefundEvent.Requested> asked, Fact<RefundEvent.Calculated> calculated) {
        RefundEvent.Requested request = asked.event();
        RefundEvent.Calculated share = calculated.event();
        Money paid = request.paid().stream()
                .map(PaidPart::amount)
                .reduce(Money.zero(share.amount().currency()), Money::plus);
        String answer =
                ("%s had been paid for %s. The share of the %s refunded is %s, rounded half-up to the minor unit; it"
                                + " goes back by payment method in the proportion it was paid, by largest remainder: %s. %s of"
                                + " voucher value is lost.")
                        .formatted(
                                Words.money(paid),
                                Words.count(request.quantity(), "place"),
                                share.places(),
                                Words.money(share.amount()),
                                share.parts().isEmpty() ? "nothing" : Words.parts(share.parts()),
                                Words.money(share.voucherLost()));
        Stream<? extends @Nullable Fact<?>> deciding = Stream.concat(
                Stream.of(asked, calculated),
                Stream.concat(
                        refund.all(RefundEvent.CodesRefunded.class).stream(),
                        refund.all(RefundEvent.PartReturned.class).stream()));
        return new Reason("refund-amount", answer, "REF-3", Reason.evidence(deciding), figures(paid, share));
    }

    private static Map<String, Money> figures(Money paid, RefundEvent.Calculated share) {
        Map<String, Money> figures = new LinkedHashMap<>();
        figures.put("paid", paid);
        figures.put("refunded", share.amount());
        figures.put("kept", paid.minus(share.amount()));
        figures.put("voucherLost", share.voucherLost());
        for (PaymentPart part : share.parts()) {
            figures.merge("by" + capitalised(part.method().name()), part.amount(), Money::plus);
        }
        return figures;
    }

    private static String capitalised(String method) {
        return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    }

    /** REF-5. */
    private static Reason leftOut(
            History refund, Fact<RefundEvent.Requested> asked, Fact<RefundEvent.Calculated> share) {
        String answer = "Of %s asked for %d were unused by their turn; the others are left as they are."
                .formatted(
                        Words.count(asked.event().codes(), "code"),
                        share.event().places());
        Stream<? extends @Nullable Fact<?>> deciding = Stream.concat(
                Stream.of(asked, share),
                Stream.concat(
                        refund.all(RefundEvent.CodesFrozen.class).stream(),
                        refund.all(RefundEvent.CodesRefunded.class).stream()));
        return new Reason("codes-left-out", answer, "REF-5", Reason.evidence(deciding), Map.of());
    }
}
