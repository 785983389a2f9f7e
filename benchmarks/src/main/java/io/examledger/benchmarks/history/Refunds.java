package io.examledger.benchmarks.history;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refunds of the order that the teller knows, of its unused codes or its one registration (REF-1 to REF-5). */
final class Refunds {
    private static final double HELD = 0.4;
    private static final double REJECTED = 0.5;
    private static final int CHUNK = 500;

    private final Teller teller;

    Refunds(Teller teller) {
        this.teller = teller;
    }

    /**
     * @param codes that are unused; empty for an individual order
     * @return whether anything went back
     */
    boolean refund(List<String> codes) {
        boolean held = teller.chance(HELD);
        PaymentMethod method = teller.known("method", PaymentMethod.class);
        Money total = teller.known("total", Money.class);
        teller.know("actor", teller.text("buyer")).know("refundId", Teller.newId());
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("paid", List.of(new PaidPart(method, total, method == PaymentMethod.CARD ? "C1" : null)));
        own.put("codes", codes.size());
        own.put("redeemCodeIds", List.of());
        own.put("heldFor", held ? "large-amount" : null);
        teller.tell(RefundEvent.Requested.class, own);
        teller.tell(OrderEvent.RefundRequested.class);
        teller.done();
        teller.know("actor", "system");
        chunks(codes, RedeemCodeEvent.Frozen.class, RefundEvent.CodesFrozen.class, "frozen");
        if (held && teller.chance(REJECTED)) {
            reject(codes);
            return false;
        }
        if (held) {
            teller.tell(RefundEvent.Approved.class);
            teller.done();
        }
        chunks(codes, RedeemCodeEvent.Refunded.class, RefundEvent.CodesRefunded.class, "refunded");
        settle(Math.max(1, codes.size()), method, total);
        return true;
    }

    private void reject(List<String> codes) {
        teller.tell(RefundEvent.Rejected.class, Map.of("reason", "The codes were sold on."));
        teller.done();
        chunks(codes, RedeemCodeEvent.Released.class, RefundEvent.CodesReleased.class, "released");
        teller.tell(RefundEvent.Dropped.class);
        teller.tell(OrderEvent.RefundDropped.class, Map.of("rejected", true));
        teller.done();
    }

    private void chunks(List<String> codes, Class<?> ofCode, Class<?> ofRefund, String count) {
        for (int from = 0; from < codes.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, codes.size());
            codes.subList(from, to).forEach(code -> teller.tell(ofCode, Map.of("redeemCodeId", code)));
            teller.tell(ofRefund, Map.of("through", to, count, to - from));
            teller.done();
        }
    }

    private void settle(int places, PaymentMethod method, Money total) {
        Money back = new Money(total.amount() * places / teller.known("quantity", Integer.class), total.currency());
        teller.know("places", places).know("amount", back).know("part", 1);
        teller.tell(
                RefundEvent.Calculated.class,
                Map.of("voucherLost", new Money(0, total.currency()), "parts", List.of(new PaymentPart(method, back))));
        teller.done();
        if (method == PaymentMethod.BALANCE) {
            teller.tell(BalanceEvent.Credited.class);
        }
        teller.tell(RefundEvent.PartReturned.class);
        teller.tell(RefundEvent.Settled.class);
        teller.tell(OrderEvent.Refunded.class);
        if (teller.known("kind", OrderKind.class) == OrderKind.INDIVIDUAL) {
            teller.tell(CandidacyEvent.RegistrationRefunded.class);
        }
        teller.done();
    }
}
