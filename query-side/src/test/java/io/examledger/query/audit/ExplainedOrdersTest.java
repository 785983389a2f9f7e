package io.examledger.query.audit;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.PRICE;
import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.orderExpired;
import static io.examledger.query.Happened.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.voucher.VoucherEvent;
import io.examledger.query.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders of ten places at 150.00. */
class ExplainedOrdersTest {
    private static final String PATH = "/api/audit/orders/o1/explanation";
    private AuditApi api = new AuditApi(Database.H2);

    @BeforeEach
    void place() {
        api.given(
                new OrderEvent.Placed("o1", "acme", OrderKind.ENTERPRISE, "AAA", 10, PRICE, usd(1000_00), "1", T0),
                new VoucherEvent.Used("v1", "o1", "acme", "AAA", usd(500_00), T0));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static Money usd(long cents) {
        return new Money(cents, "USD");
    }

    @Test
    @DisplayName("ORD-2, VOU-4 an order is pending until it is paid, at the price at which it was placed")
    void pending() throws Exception {
        assertThat(api.answer(PATH, "status")).isEqualTo("ORD-2 PENDING: nobody has paid it yet.");
        assertThat(api.answer(PATH, "price"))
                .isEqualTo(
                        "VOU-4 10 × 150.00 USD, the price at which it was placed, less 500.00 USD by a voucher, which is"
                                + " not given back.");
        assertThat(api.decidedBy(PATH, "price")).containsExactly("order.placed", "voucher.used");
        assertThat(api.answer(PATH, "can-be-refunded")).isEqualTo("REF-2 No: nothing has been paid.");
    }

    @Test
    @DisplayName("ORD-3, ORD-4 an order ends at the instant of its end, noted or not")
    void ends_by_time() throws Exception {
        api.given(purchased("o1", "acme", "AAA", 10));

        assertThat(api.at(END.minusNanos(1)).answer(PATH, "status"))
                .isEqualTo("ORD-3 PAID: it was paid at " + T0 + " and is valid for a year, until " + END + ".");
        assertThat(api.at(END).answer(PATH, "status"))
                .startsWith("ORD-4 EXPIRED")
                .endsWith("Time alone ended it: nobody has noted it yet.");
        assertThat(api.answer(PATH, "can-be-refunded")).startsWith("ORD-4 No");

        api.given(orderExpired("o1", "acme", "AAA", 10));
        assertThat(api.decidedBy(PATH, "status")).containsExactly("order.purchased", "order.expired");
        assertThat(api.answer(PATH, "status")).doesNotContain("nobody has noted");
    }

    @Test
    @DisplayName("REF-3 the rule book's refund: 4 of 10 unused, 400.00 back and 200.00 of voucher lost")
    void why_this_amount() throws Exception {
        api.given(
                purchased("o1", "acme", "AAA", 10),
                asked(null),
                new OrderEvent.RefundRequested("o1", "acme", "r1", T0));
        assertThat(api.answer(PATH, "refund")).startsWith("REF-2 Under way");
        assertThat(api.answer(PATH, "can-be-refunded")).isEqualTo("REF-2 Not again: a refund is under way.");

        api.given(
                new RefundEvent.CodesFrozen("r1", "o1", "acme", 5, 4, T0),
                new RefundEvent.CodesRefunded("r1", "o1", "acme", 5, 4, T0),
                new RefundEvent.Calculated(
                        "r1",
                        "o1",
                        "acme",
                        4,
                        usd(400_00),
                        usd(200_00),
                        List.of(new PaymentPart(PaymentMethod.CARD, usd(400_00))),
                        T0),
                new RefundEvent.PartReturned("r1", "o1", "acme", 1, PaymentMethod.CARD, usd(400_00), "ref", T0),
                new RefundEvent.Settled("r1", "o1", "acme", 4, usd(400_00), T0),
                new OrderEvent.Refunded("o1", "acme", "r1", 4, 10, usd(400_00), T0));

        assertThat(api.answer(PATH, "status")).startsWith("REF-2 PARTIALLY_REFUNDED: 4 of 10");
        assertThat(api.answer(PATH, "refund-amount"))
                .startsWith("REF-3 1000.00 USD had been paid for 10 places. The share of the 4 refunded is 400.00 USD")
                .endsWith("400.00 USD by CARD. 200.00 USD of voucher value is lost.");
        assertThat(api.decidedBy(PATH, "refund-amount"))
                .containsExactly(
                        "refund.requested", "refund.codes-refunded", "refund.calculated", "refund.part-returned");
        assertThat(api.get(PATH).getContentAsString())
                .contains("\"kept\":{\"amount\":60000,\"currency\":\"USD\"}", "\"byCard\":{\"amount\":40000");
        assertThat(api.answer(PATH, "codes-left-out")).startsWith("REF-5 Of 5 codes asked for 4 were unused");
        assertThat(api.answer(PATH, "can-be-refunded")).isEqualTo("REF-2 No: the order's one refund is done.");
    }

    @Test
    @DisplayName("REF-4 a held refund says why, and a rejected one does not use up the order's")
    void held_and_rejected() throws Exception {
        api.given(
                purchased("o1", "acme", "AAA", 10),
                new OrderEvent.RefundRequested("o1", "acme", "r1", T0),
                asked("large-amount"));
        assertThat(api.answer(PATH, "refund")).isEqualTo("REF-4 Held for approval by staff: the amount is large.");

        api.given(
                new RefundEvent.Rejected("r1", "o1", "acme", "The codes were sold on.", T0),
                new OrderEvent.RefundDropped("o1", "acme", "r1", true, T0));
        assertThat(api.answer(PATH, "refund")).isEqualTo("REF-4 Rejected by staff: The codes were sold on.");
        assertThat(api.answer(PATH, "can-be-refunded")).startsWith("REF-4 Yes, once");
    }

    private static RefundEvent.Requested asked(@Nullable String heldFor) {
        return new RefundEvent.Requested(
                "r1",
                "o1",
                "acme",
                OrderKind.ENTERPRISE,
                "AAA",
                PRICE,
                10,
                List.of(new PaidPart(PaymentMethod.CARD, usd(1000_00), "ref")),
                5,
                List.of(),
                heldFor,
                1,
                T0);
    }

    @Test
    @DisplayName("REF-1 the first appointment ends an individual order's refund window")
    void first_appointment() throws Exception {
        String path = "/api/audit/orders/o2/explanation";
        api.given(
                new OrderEvent.Placed("o2", "ada", OrderKind.INDIVIDUAL, "AAA", 1, PRICE, PRICE, "1", T0),
                new OrderEvent.Purchased(
                        "o2",
                        "ada",
                        OrderKind.INDIVIDUAL,
                        "AAA",
                        1,
                        List.of(new PaymentPart(PaymentMethod.CARD, PRICE)),
                        T0,
                        END,
                        1));
        assertThat(api.answer(path, "can-be-refunded")).startsWith("REF-1 Yes, until the first appointment");

        api.given(new AppointmentEvent.Scheduled(
                "a1",
                "ada",
                "ada",
                "AAA",
                "r-ada",
                "o2",
                null,
                DeliveryMode.ONLINE_PROCTORED,
                "online",
                null,
                END,
                END,
                END,
                END,
                END,
                List.of(),
                null,
                null,
                1,
                T0));
        assertThat(api.answer(path, "can-be-refunded")).startsWith("REF-1 No: the first appointment");
        assertThat(api.decidedBy(path, "can-be-refunded")).containsExactly("appointment.scheduled");
    }

    @Test
    void what_is_no_order_is_not_found() throws Exception {
        assertThat(api.get("/api/audit/orders/v1/explanation").getStatus()).isEqualTo(404);
    }
}
