package io.examledger.command.order.refund;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.OTHER_COMPANY;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.refund.RequestRefundHandler.RefundRequested;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestRefundTest {
    private static final RedeemCodeId SECOND = RedeemCodeId.of(ORDER, 2);
    private static final RefundId REFUND = new RefundId("refund");

    /** Two codes, one of them bound. */
    private static Scenario twoCodes() {
        return Scenario.given(
                placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                purchased(ORDER, 2),
                codesIssued(ORDER, 1, 2, 2),
                issued(CODE, 1),
                issued(SECOND, 2),
                bound(CODE, ADA, "registration", PAID_AT));
    }

    @Test
    @DisplayName("REF-2 the request names what was paid, and is the order's only one while it is under way")
    void a_refund_begins() {
        twoCodes()
                .when(request("refund", NOW))
                .thenEvents(
                        new OrderEvent.RefundRequested(ORDER.value(), COMPANY.value(), "refund", NOW),
                        new RefundEvent.Requested(
                                "refund",
                                ORDER.value(),
                                COMPANY.value(),
                                OrderKind.ENTERPRISE,
                                SUBJECT.value(),
                                PRICE,
                                2,
                                List.of(new PaidPart(PaymentMethod.CARD, PRICE.times(2), null)),
                                2,
                                List.of(),
                                null,
                                1,
                                NOW))
                .thenAnswer(new RefundRequested("refund"))
                .when(request("another", NOW))
                .thenRefused("order.refund-pending");
    }

    @Test
    @DisplayName("ORD-4 REF-2 an order can be refunded to the last instant of its validity")
    void an_expired_order_is_not_refunded() {
        Scenario order = twoCodes().when(request("refund", VALID_UNTIL)).thenRefused("order.expired");
        assertThat(order.refusal().detail()).contains("Until " + VALID_UNTIL);
        order.when(request("refund", VALID_UNTIL.minusNanos(1_000))).thenAnswer(new RefundRequested("refund"));
    }

    @Test
    @DisplayName("REF-2 a bound code must be unbound first, and used ones are no ground for a refund")
    void only_unused_codes_are_named() {
        twoCodes()
                .when(request("refund", NOW, CODE))
                .thenRefused("redeem-code.not-unused")
                .when(request("refund", NOW, SECOND))
                .thenAnswer(new RefundRequested("refund"));
    }

    @Test
    @DisplayName("REF-2 an order of which no code is unused has nothing to refund")
    void nothing_unused_is_refused() {
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1),
                        purchased(ORDER, 1),
                        codesIssued(ORDER, 1, 1, 1),
                        issued(CODE, 1),
                        bound(CODE, ADA, "registration", PAID_AT))
                .when(request("refund", NOW))
                .thenRefused("refund.nothing-unused");
    }

    @Test
    @DisplayName("REF-2 a code of another order is not there")
    void a_foreign_code_is_not_found() {
        RedeemCodeId foreign = RedeemCodeId.of(new OrderId("other"), 1);
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1),
                        purchased(ORDER, 1),
                        codesIssued(ORDER, 1, 1, 1),
                        issued(CODE, 1),
                        new RedeemCodeEvent.Issued(
                                foreign.value(), "other", COMPANY.value(), "S", "d", "s", VALID_UNTIL, PAID_AT))
                .when(request("refund", NOW, foreign))
                .thenNotFound()
                .when(request("refund", NOW, RedeemCodeId.of(ORDER, 7)))
                .thenNotFound();
    }

    @Test
    @DisplayName("ACC-4 REF-6 a foreign order is as unknown as one that does not exist")
    void a_foreign_order_is_not_found() {
        for (AccountId other : List.of(OTHER_COMPANY, ADA)) {
            twoCodes()
                    .when(new RequestRefund(REFUND, ORDER, other, List.of(), NOW))
                    .thenNotFound()
                    .when(new RequestRefund(REFUND, new OrderId("nobodys"), other, List.of(), NOW))
                    .thenNotFound();
        }
    }

    @Test
    @DisplayName("REF-2 ORD-7 an order is refunded once it is paid and has its codes")
    void an_order_without_its_codes_is_not_refunded() {
        Scenario.given(placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2))
                .when(request("refund", LONG_AGO))
                .thenRefused("order.not-paid");
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                        purchased(ORDER, 2),
                        codesIssued(ORDER, 1, 1, 2),
                        issued(CODE, 1))
                .when(request("refund", NOW))
                .thenRefused("order.codes-not-issued");
    }

    @Test
    @DisplayName("REF-2 there is one successful refund for each order")
    void a_refunded_order_is_not_refunded_again() {
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                        purchased(ORDER, 2),
                        codesIssued(ORDER, 1, 2, 2),
                        new OrderEvent.RefundRequested(ORDER.value(), COMPANY.value(), "first", PAID_AT),
                        new OrderEvent.Refunded(ORDER.value(), COMPANY.value(), "first", 1, 2, PRICE, PAID_AT))
                .when(request("refund", NOW))
                .thenRefused("order.already-refunded");
    }

    @Test
    @DisplayName(
            "REF-1 a person's order is refunded while the registration is open, which ends it; ORD-4 to the last instant")
    void an_individual_order_is_refunded() {
        Scenario order = Scenario.given(placed(ORDER, ADA, OrderKind.INDIVIDUAL, 1))
                .when(new PayOrder(ORDER, ADA, List.of(card(15_000)), "registration", PAID_AT))
                .when(new RequestRefund(REFUND, ORDER, ADA, List.of(CODE), NOW))
                .thenNotFound()
                .when(new RequestRefund(REFUND, ORDER, ADA, List.of(), VALID_UNTIL))
                .thenRefused("order.expired");
        Instant last = VALID_UNTIL.minusNanos(1_000);
        order.when(new RequestRefund(REFUND, ORDER, ADA, List.of(), last))
                .thenEvents(
                        new OrderEvent.RefundRequested(ORDER.value(), ADA.value(), "refund", last),
                        new CandidacyEvent.RegistrationRefunded(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                "registration",
                                ADA.value(),
                                ORDER.value(),
                                last),
                        new RefundEvent.Requested(
                                "refund",
                                ORDER.value(),
                                ADA.value(),
                                OrderKind.INDIVIDUAL,
                                SUBJECT.value(),
                                PRICE,
                                1,
                                List.of(new PaidPart(PaymentMethod.CARD, PRICE, null)),
                                0,
                                List.of(),
                                null,
                                1,
                                last));
        order.when(new AdvanceRefund(REFUND, last))
                .when(new AdvanceRefund(REFUND, last))
                .thenEvents(
                        new BalanceEvent.Credited(
                                "ada:CARD:USD", "ada", PaymentMethod.CARD, ORDER.value(), "refund", PRICE, last),
                        new RefundEvent.PartReturned(
                                "refund", ORDER.value(), ADA.value(), 1, PaymentMethod.CARD, PRICE, null, last));
    }

    private static RequestRefund request(String refund, Instant at, RedeemCodeId... codes) {
        return new RequestRefund(new RefundId(refund), ORDER, COMPANY, List.of(codes), at);
    }
}
