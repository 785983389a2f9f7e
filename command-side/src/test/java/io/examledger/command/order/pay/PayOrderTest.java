package io.examledger.command.order.pay;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.OTHER_COMPANY;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.opened;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static io.examledger.command.testing.Facts.takenByCard;
import static io.examledger.command.testing.Facts.usd;
import static io.examledger.command.testing.Facts.withdrawn;

import io.examledger.command.order.ValidityPolicy;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PayOrderTest {
    private static final OrderEvent FOR_COMPANY = placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 10);
    private static final OrderEvent FOR_ADA = placed(ORDER, ADA, OrderKind.INDIVIDUAL, 1);

    @Test
    @DisplayName("ORD-2 ORD-3 a paid order is valid for a year, by the policy whose version stands on the event")
    void a_company_pays() {
        Scenario.given(FOR_COMPANY)
                .when(pay(COMPANY, PAID_AT, card(150_000)))
                .thenEvents(purchased(ORDER, 10), takenByCard(ORDER, COMPANY, 150_000, PAID_AT))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", VALID_UNTIL));
    }

    @Test
    @DisplayName("ORD-3 paid on 2024-02-29, valid until 2025-02-28 at the same time of day")
    void a_leap_day_has_an_anniversary() {
        Scenario.given(FOR_COMPANY)
                .when(pay(COMPANY, Instant.parse("2024-02-29T17:45:01Z"), card(150_000)))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", Instant.parse("2025-02-28T17:45:01Z")));
    }

    @Test
    @DisplayName("ORD-2 ORD-3 APT-5 a paid individual order opens the buyer's registration, valid as long as the order")
    void a_person_pays_and_may_sit_the_exam() {
        Scenario.given(FOR_ADA)
                .when(pay(ADA, PAID_AT, card(15_000)))
                .thenEvents(
                        new OrderEvent.Purchased(
                                ORDER.value(),
                                ADA.value(),
                                OrderKind.INDIVIDUAL,
                                SUBJECT.value(),
                                1,
                                List.of(card(15_000)),
                                PAID_AT,
                                VALID_UNTIL,
                                1),
                        takenByCard(ORDER, ADA, 15_000, PAID_AT),
                        new CandidacyEvent.RegistrationOpened(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                "registration",
                                ADA.value(),
                                ORDER.value(),
                                null,
                                VALID_UNTIL,
                                PAID_AT));
    }

    @Test
    @DisplayName("ORD-7 an order is paid once, however often the payment is reported")
    void a_paid_order_is_not_paid_again() {
        Scenario.given(FOR_COMPANY)
                .when(pay(COMPANY, PAID_AT, card(150_000)))
                .when(pay(COMPANY, PAID_AT, card(150_000)))
                .thenRefused("order.already-paid")
                .when(pay(COMPANY, VALID_UNTIL, card(150_000)))
                .thenRefused("order.already-paid");
    }

    @Test
    @DisplayName("ORD-2 the parts of a payment add up to the total")
    void several_parts_pay_together() {
        PaymentPart balance = new PaymentPart(PaymentMethod.BALANCE, usd(149_999));
        Scenario.given(FOR_COMPANY)
                .when(pay(COMPANY, PAID_AT, balance, card(1)))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", VALID_UNTIL));
    }

    @Test
    @DisplayName("ORD-2 a balance pays down to nothing, and not beyond; then the order is not paid at all")
    void a_balance_is_not_overdrawn() {
        String balance = "company:CARD:USD";
        Scenario.given(
                        FOR_COMPANY,
                        new BalanceEvent.Opened(balance, "company", PaymentMethod.CARD, usd(149_999), 1, PAID_AT))
                .when(pay(COMPANY, PAID_AT, card(150_000)))
                .thenRefused("balance.insufficient")
                .when(pay(COMPANY, PAID_AT, new PaymentPart(PaymentMethod.BALANCE, usd(1)), card(149_998), card(1)))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", VALID_UNTIL));
    }

    @Test
    @DisplayName("ORD-2 too little, too much and another currency are refused")
    void parts_that_miss_the_total_are_refused() {
        Scenario order = Scenario.given(FOR_COMPANY);
        List.of(
                        new PaymentPart[] {card(149_999)},
                        new PaymentPart[] {card(150_001)},
                        new PaymentPart[] {card(150_000), card(1)},
                        new PaymentPart[] {card(0)},
                        new PaymentPart[] {new PaymentPart(PaymentMethod.CARD, new Money(150_000, "EUR"))})
                .forEach(parts -> order.when(pay(COMPANY, PAID_AT, parts)).thenRefused("order.parts-miss-total"));
    }

    @Test
    @DisplayName("ORD-2 parts beyond all counting are refused like any that miss the total")
    void parts_whose_sum_does_not_fit_are_refused() {
        Scenario.given(FOR_COMPANY)
                .when(pay(COMPANY, PAID_AT, card(Long.MAX_VALUE), card(Long.MAX_VALUE), card(150_002)))
                .thenRefused("order.parts-miss-total");
    }

    @Test
    @DisplayName("ACC-4 a foreign order is as unknown as one that does not exist")
    void a_foreign_order_is_not_found() {
        Scenario.given(FOR_COMPANY)
                .when(pay(OTHER_COMPANY, PAID_AT, card(150_000)))
                .thenNotFound()
                .when(new PayOrder(new OrderId("nobodys"), COMPANY, List.of(card(1)), "registration", PAID_AT))
                .thenNotFound();
    }

    @Test
    @DisplayName("APT-5 an individual order is not paid while a registration for the subject is open")
    void a_second_registration_is_refused_before_money_is_taken() {
        Scenario.given(FOR_ADA, opened(ADAS_CANDIDACY, "by-code", CODE, PAID_AT))
                .when(pay(ADA, NOW, card(15_000)))
                .thenRefused("candidacy.registration-open");
    }

    @Test
    @DisplayName("ORD-4 APT-5 a registration that ended with its order is in nobody's way, from the instant on")
    void an_expired_registration_makes_room() {
        Scenario.given(FOR_ADA, opened(ADAS_CANDIDACY, "by-code", CODE, PAID_AT))
                .when(pay(ADA, VALID_UNTIL.minusNanos(1_000), card(15_000)))
                .thenRefused("candidacy.registration-open")
                .when(pay(ADA, VALID_UNTIL, card(15_000)))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", ValidityPolicy.CURRENT.validUntil(VALID_UNTIL)));
    }

    @Test
    @DisplayName("APT-5 after an unbind the order can be paid")
    void a_withdrawn_registration_is_in_nobodys_way() {
        Scenario.given(
                        FOR_ADA,
                        opened(ADAS_CANDIDACY, "by-code", CODE, PAID_AT),
                        withdrawn(ADAS_CANDIDACY, "by-code", CODE, PAID_AT))
                .when(pay(ADA, PAID_AT, card(15_000)))
                .thenAnswer(new OrderPaid(ORDER.value(), "PAID", VALID_UNTIL));
    }

    private static PayOrder pay(AccountId payer, Instant at, PaymentPart... parts) {
        return new PayOrder(ORDER, payer, List.of(parts), "registration", at);
    }
}
