package io.examledger.command.order.place;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.OTHER_SUBJECT;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.company;
import static io.examledger.command.testing.Facts.introduced;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.usd;
import static io.examledger.command.testing.Facts.voucher;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.kernel.voucher.VoucherEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlaceOrderWithVoucherTest {
    private static final OrderId OTHER_ORDER = new OrderId("other-order");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private final Scenario shop = Scenario.given(
            company(COMPANY),
            person(ADA),
            introduced(SUBJECT, PRICE),
            introduced(OTHER_SUBJECT, usd(10_000)),
            voucher("voucher", "digest"));

    @Test
    @DisplayName("VOU-1 VOU-2 ORD-2 the order that uses a voucher is placed at the price that it leaves")
    void an_order_takes_the_voucher() {
        shop.when(order(ORDER, 3, NOW))
                .thenEvents(
                        new VoucherEvent.Used(
                                "voucher", ORDER.value(), COMPANY.value(), SUBJECT.value(), usd(9_000), NOW),
                        new OrderEvent.Placed(
                                ORDER.value(),
                                COMPANY.value(),
                                OrderKind.ENTERPRISE,
                                SUBJECT.value(),
                                3,
                                PRICE,
                                usd(36_000),
                                "2026-11",
                                NOW))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(36_000)))
                .when(new PayOrder(ORDER, COMPANY, List.of(card(36_001)), "registration", PAID_AT))
                .thenRefused("order.parts-miss-total")
                .when(new PayOrder(ORDER, COMPANY, List.of(card(36_000)), "registration", PAID_AT))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", VALID_UNTIL));
    }

    @Test
    @DisplayName("VOU-1 ORD-2 a person uses a voucher too")
    void an_individual_order_takes_the_voucher() {
        shop.when(new PlaceOrder(ORDER, ADA, OrderKind.INDIVIDUAL, SUBJECT, 1, "2026-11", "digest", NOW))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(12_000)));
    }

    @Test
    @DisplayName("VOU-2 VOU-3 a voucher is good for one order, whether that is paid or not")
    void a_used_voucher_is_refused() {
        shop.when(order(ORDER, 1, NOW)).when(order(OTHER_ORDER, 1, NOW)).thenRefused("voucher.used");
    }

    @Test
    @DisplayName("VOU-2 an order that is refused uses no voucher")
    void a_refused_order_leaves_the_voucher() {
        shop.when(new PlaceOrder(ORDER, COMPANY, OrderKind.ENTERPRISE, SUBJECT, 1, null, "digest", NOW))
                .thenRefused("order.terms-not-accepted")
                .when(order(ORDER, 1, NOW))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(12_000)));
    }

    @Test
    @DisplayName("VOU-1 a voucher is good from its first instant to the one before its end")
    void a_voucher_has_a_window() {
        shop.when(order(ORDER, 1, FROM.minusNanos(1_000))).thenRefused("voucher.not-yet-valid");
        assertThat(shop.refusal().detail()).contains("from 2026-01-01T00:00:00Z");
        shop.when(order(ORDER, 1, UNTIL)).thenRefused("voucher.expired");
        assertThat(shop.refusal().detail()).contains("Until 2027-01-01T00:00:00Z");
        shop.when(order(ORDER, 1, FROM)).thenAnswer(new OrderPlaced(ORDER.value(), usd(12_000)));
        Scenario.given(company(COMPANY), introduced(SUBJECT, PRICE), voucher("voucher", "digest"))
                .when(order(ORDER, 1, UNTIL.minusNanos(1_000)))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(12_000)));
    }

    @Test
    @DisplayName("VOU-1 a voucher for some subjects is refused for others, and says for which it is good")
    void a_voucher_is_for_its_subjects() {
        shop.when(order(ORDER, OTHER_SUBJECT, COMPANY)).thenRefused("voucher.other-subject");
        assertThat(shop.refusal().detail()).contains(SUBJECT.value());
        Scenario.given(
                        company(COMPANY),
                        introduced(OTHER_SUBJECT, usd(10_000)),
                        new VoucherEvent.Issued("any", 20, List.of(), FROM, UNTIL, "digest", "sealed", LONG_AGO))
                .when(order(ORDER, OTHER_SUBJECT, COMPANY))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(8_000)));
    }

    @Test
    @DisplayName("VOU-4 an order that a voucher leaves nothing of is paid with nothing")
    void nothing_is_to_be_paid() {
        Scenario.given(
                        company(COMPANY),
                        introduced(SUBJECT, PRICE),
                        new VoucherEvent.Issued("all", 100, List.of(), FROM, UNTIL, "digest", "sealed", LONG_AGO))
                .when(order(ORDER, 2, NOW))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(0)))
                .when(new PayOrder(ORDER, COMPANY, List.of(card(1)), "registration", PAID_AT))
                .thenRefused("order.parts-miss-total")
                .when(new PayOrder(ORDER, COMPANY, List.of(), "registration", PAID_AT))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", VALID_UNTIL));
    }

    private static PlaceOrder order(OrderId order, int quantity, Instant at) {
        return new PlaceOrder(order, COMPANY, OrderKind.ENTERPRISE, SUBJECT, quantity, "2026-11", "digest", at);
    }

    private static PlaceOrder order(OrderId order, SubjectCode subject, AccountId buyer) {
        return new PlaceOrder(order, buyer, OrderKind.ENTERPRISE, subject, 1, "2026-11", "digest", NOW);
    }
}
