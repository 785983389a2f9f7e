package io.examledger.query.audit.figures;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.PRICE;
import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.expired;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registrationExpired;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static io.examledger.query.Judged.corrected;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static io.examledger.query.Judged.terminated;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.query.ReadModels;
import io.examledger.query.Sat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two companies and a person of her own: a history at whose end every figure counts something, in steps with a day between. */
final class FigureStory {
    static final Instant BEGIN = Instant.parse("2026-01-10T09:00:00.000001Z");
    /** After it, results are recorded and none is released. */
    static final int UNDER_EMBARGO = 5;
    /** After it, two results are released, and none is corrected. */
    static final int RELEASED = 6;

    private static final int CODES = 10;
    private static final List<RedeemCodeEvent.Issued> ACME = IntStream.rangeClosed(1, CODES)
            .mapToObj(number -> issued("o1", number, "acme", "AAA"))
            .toList();
    static final RedeemCodeEvent.Issued GLOBEX = issued("o2", 11, "globex", "BBB");
    private static final RedeemCodeEvent.Issued FREED = issued("o2", 12, "globex", "BBB");
    private static final Sat ADA = Sat.by("ada", ACME.get(0));
    private static final Sat CARL = Sat.by("carl", ACME.get(2)).online();
    private static final Sat DORA = Sat.by("dora", ACME.get(3));
    private static final Sat GINA = Sat.by("gina", ACME.get(5));
    private static final Sat HUGO = Sat.by("hugo", ACME.get(8));
    private static final Sat IRIS = Sat.by("iris", ACME.get(9));
    private static final Sat FINN = Sat.by("finn", GLOBEX);
    private static final Sat KIM = Sat.by("kim", FREED);
    /** Under an earlier version she sat from her launch on. */
    private static final Sat LENA =
            Sat.by("lena", issued("o2", 14, "globex", "BBB")).online();

    private FigureStory() {}

    static Instant after(int step) {
        return BEGIN.plus(Duration.ofDays(step));
    }

    static void tell(ReadModels models) {
        List<List<Object>> steps = steps();
        for (int step = 0; step < steps.size(); step++) {
            models.at(after(step)).given(steps.get(step));
        }
    }

    static List<List<Object>> steps() {
        return List.of(
                List.of(
                        introduced("AAA"),
                        introduced("BBB"),
                        placed("o1", "acme", "AAA", CODES),
                        placed("o3", "acme", "BBB", 2)),
                all(payment(), ACME),
                all(
                        ADA.scheduled(),
                        List.of(bound(ACME.get(1), "bob"), opened(ACME.get(1), "bob")),
                        List.of(unbound(ACME.get(1), "bob"), withdrawn(ACME.get(1), "bob")),
                        CARL.scheduled(),
                        DORA.scheduled(),
                        DORA.cancelled(),
                        List.of(bound(ACME.get(4), "eve"), opened(ACME.get(4), "eve")),
                        GINA.scheduled(),
                        HUGO.scheduled(),
                        IRIS.scheduled()),
                all(
                        List.of(placed("o2", "globex", "BBB", 2), purchased("o2", "globex", "BBB", 2), GLOBEX, FREED),
                        List.of(bound(FREED, "jon"), opened(FREED, "jon")),
                        List.of(unbound(FREED, "jon"), withdrawn(FREED, "jon")),
                        FINN.scheduled(),
                        List.of(LENA.code()),
                        LENA.scheduled(),
                        ofHerOwn()),
                all(
                        ADA.begun(),
                        CARL.begun(),
                        GINA.begun(),
                        HUGO.identityRejected(),
                        IRIS.begun(),
                        FINN.missed(),
                        LENA.begunByLaunch(),
                        LENA.missed()),
                all(
                        terminated(CARL),
                        recorded(ADA, ExamOutcome.PASS, 700),
                        recorded(GINA, ExamOutcome.FAIL, 1),
                        corrected(GINA, ExamOutcome.FAIL, ExamOutcome.PASS, 800),
                        recorded(IRIS, ExamOutcome.PASS, 900)),
                all(released(ADA, ExamOutcome.PASS, 700), released(GINA, ExamOutcome.PASS, 800)),
                all(
                        corrected(ADA, ExamOutcome.PASS, ExamOutcome.FAIL, 100),
                        KIM.scheduled(),
                        released(CARL, ExamOutcome.INVALID, null).subList(0, 1)),
                refund(ACME.get(1), ACME.get(6)),
                List.of(
                        expired(ACME.get(7)),
                        expired(ACME.get(4), "eve"),
                        registrationExpired(ACME.get(4), "eve"),
                        issued("o2", 13, "globex", "BBB")));
    }

    private static List<Object> all(List<?>... parts) {
        return Stream.of(parts).<Object>flatMap(List::stream).toList();
    }

    /** The first try fails, and what was captured goes back. */
    private static List<Object> payment() {
        return List.of(
                started("p1"),
                new OrderEvent.PaymentCaptured("o1", "acme", "p1", 2, "first", T0),
                new OrderEvent.PaymentFailed("o1", "acme", "p1", "declined", T0),
                started("p2"),
                new OrderEvent.PaymentCaptured("o1", "acme", "p2", 2, "second", T0),
                purchased("o1", "acme", "AAA", CODES));
    }

    private static OrderEvent started(String payment) {
        return new OrderEvent.PaymentStarted("o1", "acme", payment, List.of(), T0);
    }

    /** Ada buys a place beside the one that the company gave her. */
    private static List<Object> ofHerOwn() {
        PaymentPart part = new PaymentPart(PaymentMethod.CARD, PRICE);
        return List.of(
                new OrderEvent.Placed("o4", "ada", OrderKind.INDIVIDUAL, "BBB", 1, PRICE, PRICE, "1", T0),
                new OrderEvent.Purchased("o4", "ada", OrderKind.INDIVIDUAL, "BBB", 1, List.of(part), T0, END, 1),
                new CandidacyEvent.RegistrationOpened(
                        "ada:BBB", "ada", "BBB", "r-of-her-own", "ada", "o4", null, END, T0));
    }

    private static List<Object> refund(RedeemCodeEvent.Issued... codes) {
        Money amount = PRICE.times(codes.length);
        List<PaymentPart> parts = List.of(new PaymentPart(PaymentMethod.CARD, amount));
        List<Object> events = new ArrayList<>();
        events.add(new RefundEvent.Requested(
                "f1", "o1", "acme", OrderKind.ENTERPRISE, "AAA", PRICE, CODES, List.of(), 2, List.of(), null, 1, T0));
        for (RedeemCodeEvent.Issued code : codes) {
            events.add(new RedeemCodeEvent.Frozen(code.redeemCodeId(), "o1", "acme", "AAA", "f1", T0));
            events.add(new RedeemCodeEvent.Refunded(code.redeemCodeId(), "o1", "acme", "AAA", "f1", T0));
        }
        events.add(new RefundEvent.Calculated("f1", "o1", "acme", codes.length, amount, Money.zero("USD"), parts, T0));
        events.add(new RefundEvent.PartReturned("f1", "o1", "acme", 2, PaymentMethod.CARD, amount, "back", T0));
        events.add(new RefundEvent.Settled("f1", "o1", "acme", codes.length, amount, T0));
        events.add(new OrderEvent.Refunded("o1", "acme", "f1", codes.length, CODES, amount, T0));
        return events;
    }
}
