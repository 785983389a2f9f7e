package io.examledger.query;

import static io.examledger.query.Happened.PRICE;
import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.query.bills.BillView;
import io.examledger.query.bills.FindBills;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given the events of refunds, then what bills and numbers say (PLT-2, REF-2, COD-11a). */
@ParameterizedClass
@EnumSource
class BillRefundsTest {
    private static final List<RedeemCodeEvent.Issued> CODES =
            List.of(issued("o1", 1, "acme", "AAA"), issued("o1", 2, "acme", "AAA"), issued("o1", 3, "acme", "AAA"));

    private final Database database;
    private ReadModels models;

    BillRefundsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
        models.given(placed("o1", "acme", "AAA", 3), purchased("o1", "acme", "AAA", 3));
        models.given(CODES);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName(
            "REF-2 COD-11a ORD-5 a bill shows its refund and the codes by status; until they are refunded they are unused")
    void a_refund_in_part() {
        assertThat(bill().refund()).isNull();
        models.given(requested("f1", null));
        assertThat(bill().refund())
                .hasToString(
                        "Refund[status=PENDING, amount=null, parts=[], requestedAt=%s, settledAt=null]".formatted(T0));

        models.given(frozen(1), frozen(2));
        assertThat(bill().redeemCodes()).isEqualTo(new BillView.Codes(3, 3, 0, 0, 0, 0, 0, 0));
        models.given(refunded(1), refunded(2), calculated("f1", 2));
        assertThat(bill().status()).hasToString("PAID");
        assertThat(bill().redeemCodes()).isEqualTo(new BillView.Codes(3, 1, 0, 0, 0, 0, 2, 0));

        models.given(settled("f1", 2));
        assertThat(bill().status()).hasToString("PARTIALLY_REFUNDED");
        BillView.Refund refund = bill().refund();
        assertThat(refund).isNotNull();
        assertThat(refund.status()).hasToString("SETTLED");
        assertThat(refund.amount()).isEqualTo(PRICE.times(2));
        assertThat(refund.parts()).containsExactly(new PaymentPart(PaymentMethod.CARD, PRICE.times(2)));
        assertThat(refund.settledAt()).isEqualTo(T0);
        assertThat(models.rows(
                        "select status, count(*) as n from read_model.redeem_code group by status order by status"))
                .hasToString("[{status=REFUNDED, n=2}, {status=UNUSED, n=1}]");
        assertThat(models.rows("select purchased, unused, refunded from read_model.overview"))
                .hasToString("[{purchased=3, unused=1, refunded=2}]");
    }

    @Test
    @DisplayName("REF-2 an order of which every code was refunded is refunded")
    void a_full_refund() {
        models.given(requested("f1", null), calculated("f1", 3));
        models.given(settled("f1", 3));
        assertThat(bill().status()).hasToString("REFUNDED");
    }

    @Test
    @DisplayName(
            "ORD-4 PLT-5 an order that ends is expired, refunded in part before or after, unless all of it was refunded")
    void a_refund_and_the_end_of_the_order() {
        Object end = new OrderEndEvent.Expired("o1", "acme", OrderKind.ENTERPRISE, "AAA", 3, T0, T0);
        for (int places : List.of(2, 3)) {
            String expected = places == 3 ? "REFUNDED" : "EXPIRED";
            List<Object> refund = new ArrayList<>(List.of(requested("f1", null), calculated("f1", places)));
            refund.addAll(settled("f1", places));
            List<Object> before = new ArrayList<>(refund);
            before.addFirst(end);
            List<Object> after = new ArrayList<>(refund);
            after.add(end);
            for (List<Object> history : List.of(before, after)) {
                for (boolean inOneBatch : List.of(true, false)) {
                    try (ReadModels other = ReadModels.all(database)) {
                        other.given(placed("o1", "acme", "AAA", 3), purchased("o1", "acme", "AAA", 3));
                        if (inOneBatch) {
                            other.given(history);
                        } else {
                            history.forEach(event -> other.given(event));
                        }
                        assertThat(billOf(other).status()).hasToString(expected);
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("REF-4 a held request, its rejection, and the request after that, in batches of any size")
    void a_rejected_request_and_another() {
        List<Object> history = new ArrayList<>(List.of(
                requested("f1", "large-amount"),
                frozen(1),
                new RefundEvent.Rejected("f1", "o1", "acme", "no", T0),
                new RedeemCodeEvent.Released(CODES.getFirst().redeemCodeId(), "o1", "acme", "AAA", "f1", T0),
                new OrderEvent.RefundDropped("o1", "acme", "f1", true, T0),
                requested("f2", "rejected-before"),
                new RefundEvent.Approved("f2", "o1", "acme", T0),
                calculated("f2", 1)));
        List<String> seen = new ArrayList<>();
        for (Object event : history.subList(0, 7)) {
            models.given(event);
            BillView.Refund refund = bill().refund();
            seen.add(refund == null ? "" : refund.status().name());
        }
        assertThat(seen).containsExactly("HELD", "HELD", "REJECTED", "REJECTED", "REJECTED", "HELD", "PENDING");
        try (ReadModels batch = ReadModels.all(database)) {
            batch.given(placed("o1", "acme", "AAA", 3), purchased("o1", "acme", "AAA", 3), CODES.getFirst());
            batch.given(history);
            models.given(history.subList(7, 8));
            assertThat(billOf(batch).refund()).isEqualTo(bill().refund());
        }
    }

    @Test
    @DisplayName("REF-2 a refund for which nothing was left says so")
    void nothing_refunded() {
        models.given(requested("f1", null), new OrderEvent.RefundDropped("o1", "acme", "f1", false, T0));
        BillView.Refund refund = bill().refund();
        assertThat(refund).isNotNull();
        assertThat(refund.status()).hasToString("NOTHING_REFUNDED");
        assertThat(bill().status()).hasToString("PAID");
    }

    @Test
    @DisplayName("VOU-4 PLT-2 a bill shows what a voucher took off")
    void a_discount() {
        models.given(new OrderEvent.Placed(
                "o2", "acme", OrderKind.ENTERPRISE, "AAA", 2, PRICE, new Money(24_000, "USD"), "1", T0));
        BillView bill = new FindBills(models.jdbc()).one("o2", null);
        assertThat(bill.discount()).isEqualTo(new Money(6_000, "USD"));
        assertThat(bill.total()).isEqualTo(new Money(24_000, "USD"));
    }

    private BillView bill() {
        return billOf(models);
    }

    private static BillView billOf(ReadModels models) {
        return new FindBills(models.jdbc()).one("o1", "acme");
    }

    private static RefundEvent.Requested requested(String refund, @Nullable String heldFor) {
        return new RefundEvent.Requested(
                refund, "o1", "acme", OrderKind.ENTERPRISE, "AAA", PRICE, 3, List.of(), 3, List.of(), heldFor, 1, T0);
    }

    private static RedeemCodeEvent.Frozen frozen(int number) {
        return new RedeemCodeEvent.Frozen(CODES.get(number - 1).redeemCodeId(), "o1", "acme", "AAA", "f1", T0);
    }

    private static RedeemCodeEvent.Refunded refunded(int number) {
        return new RedeemCodeEvent.Refunded(CODES.get(number - 1).redeemCodeId(), "o1", "acme", "AAA", "f1", T0);
    }

    private static RefundEvent.Calculated calculated(String refund, int places) {
        return new RefundEvent.Calculated(
                refund,
                "o1",
                "acme",
                places,
                PRICE.times(places),
                Money.zero("USD"),
                List.of(
                        new PaymentPart(PaymentMethod.BALANCE, Money.zero("USD")),
                        new PaymentPart(PaymentMethod.CARD, PRICE.times(places))),
                T0);
    }

    private static List<Object> settled(String refund, int places) {
        return List.of(
                new RefundEvent.Settled(refund, "o1", "acme", places, PRICE.times(places), T0),
                new OrderEvent.Refunded("o1", "acme", refund, places, 3, PRICE.times(places), T0));
    }
}
