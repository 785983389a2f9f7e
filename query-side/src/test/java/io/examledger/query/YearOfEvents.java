package io.examledger.query;

import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Happened.unbound;

import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import io.examledger.kernel.refund.RefundEvent;
import java.util.ArrayList;
import java.util.List;

/** A history after which every table of the read models has rows. */
public final class YearOfEvents {
    private static final int CODES = 8;

    private YearOfEvents() {}

    public static List<Object> all() {
        List<RedeemCodeEvent.Issued> codes = new ArrayList<>();
        for (int number = 1; number <= CODES; number++) {
            codes.add(issued("o1", number, "acme", "AAA"));
        }
        Sat ada = Sat.by("ada", codes.get(0));
        Sat bob = Sat.by("bob", codes.get(1)).online();
        List<Object> events = new ArrayList<>(List.of(
                introduced("AAA"),
                introduced("BBB"),
                registered("acme", "Acme"),
                registered("ada", "Ada Lovelace"),
                registered("bob", "Bob Noname"),
                Sat.SITE,
                Sat.session(Sat.START, 2),
                placed("o1", "acme", "AAA", CODES),
                purchased("o1", "acme", "AAA", CODES),
                placed("o2", "acme", "BBB", 3)));
        events.addAll(codes);
        events.addAll(ada.scheduled());
        events.addAll(bob.scheduled());
        events.addAll(ada.begun());
        events.addAll(Judged.recorded(ada, ExamOutcome.PASS, 900));
        events.addAll(Judged.released(ada, ExamOutcome.PASS, 900));
        events.addAll(List.of(
                bound(codes.get(2), "bob"), unbound(codes.get(2), "bob"), regenerated(codes.get(2), CODES + 1)));
        events.addAll(refund(codes.get(3)));
        events.addAll(bulkChange());
        events.add(new MessageEvent.Requested(
                "m1-email", "acme", Channel.EMAIL, "order.purchased", List.of(), "request", T0));
        return events;
    }

    private static List<Object> refund(RedeemCodeEvent.Issued code) {
        Money amount = Happened.PRICE;
        return List.of(
                new RefundEvent.Requested(
                        "f1",
                        "o1",
                        "acme",
                        OrderKind.ENTERPRISE,
                        "AAA",
                        amount,
                        CODES,
                        List.of(),
                        1,
                        List.of(code.redeemCodeId()),
                        null,
                        1,
                        T0),
                new RedeemCodeEvent.Frozen(code.redeemCodeId(), "o1", "acme", "AAA", "f1", T0),
                new RedeemCodeEvent.Refunded(code.redeemCodeId(), "o1", "acme", "AAA", "f1", T0),
                new RefundEvent.Calculated(
                        "f1",
                        "o1",
                        "acme",
                        1,
                        amount,
                        Money.zero("USD"),
                        List.of(new PaymentPart(PaymentMethod.CARD, amount)),
                        T0),
                new RefundEvent.Settled("f1", "o1", "acme", 1, amount, T0),
                new OrderEvent.Refunded("o1", "acme", "f1", 1, CODES, amount, T0));
    }

    private static List<Object> bulkChange() {
        return List.of(
                new BulkChangeEvent.Requested("job", "acme", BulkAction.UNBIND, null, null, null, null, null, T0),
                new BulkChangeEvent.Selected("job", "acme", 1, List.of("code"), 1, T0),
                new BulkChangeEvent.ChunkDone(
                        "job", "acme", 1, 0, List.of(new RefusalCount("redeem-code.not-bound", 1)), T0));
    }
}
