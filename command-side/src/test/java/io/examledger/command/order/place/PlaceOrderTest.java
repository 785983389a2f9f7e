package io.examledger.command.order.place;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.company;
import static io.examledger.command.testing.Facts.introduced;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.registered;
import static io.examledger.command.testing.Facts.usd;
import static io.examledger.command.testing.Facts.verified;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.testing.Facts;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.subject.SubjectEvent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderTest {
    @Test
    @DisplayName("ACC-1 ORD-1 an enterprise order is placed at the list price, on accepted terms")
    void a_company_orders_codes() {
        Scenario.given(company(COMPANY), introduced(SUBJECT, PRICE))
                .when(forEnterprise(COMPANY, 10))
                .thenEvents(placed(COMPANY, OrderKind.ENTERPRISE, 10, PRICE))
                .thenAnswer(new OrderPlaced(ORDER.value(), usd(150_000)));
    }

    @Test
    @DisplayName("ACC-2 an individual order is placed by a verified person")
    void a_person_orders_one_place() {
        Scenario.given(person(ADA), introduced(SUBJECT, PRICE))
                .when(forOneself(ADA))
                .thenEvents(placed(ADA, OrderKind.INDIVIDUAL, 1, PRICE));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "INDIVIDUAL"})
    @DisplayName("ACC-1 without corporate verification there is no enterprise order")
    void an_enterprise_order_needs_corporate_verification(Verification level) {
        Scenario.given(registered(COMPANY, AccountKind.ROOT), verified(COMPANY, level), introduced(SUBJECT, PRICE))
                .when(forEnterprise(COMPANY, 10))
                .thenRefused("account.corporate-verification-required");
    }

    @Test
    @DisplayName("ACC-1 a sub-user never places an enterprise order")
    void an_enterprise_order_needs_a_root_account() {
        Scenario.given(
                        registered(ADA, AccountKind.SUB),
                        verified(ADA, Verification.CORPORATE),
                        introduced(SUBJECT, PRICE))
                .when(forEnterprise(ADA, 10))
                .thenRefused("account.corporate-verification-required");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "CORPORATE"})
    @DisplayName("ACC-2 without individual verification there is no individual order")
    void an_individual_order_needs_individual_verification(Verification level) {
        Scenario.given(registered(ADA, AccountKind.ROOT), verified(ADA, level), introduced(SUBJECT, PRICE))
                .when(forOneself(ADA))
                .thenRefused("account.individual-verification-required");
    }

    @Test
    void an_account_without_a_history_orders_nothing() {
        Scenario.given(introduced(SUBJECT, PRICE)).when(forOneself(ADA)).thenNotFound();
    }

    @Test
    void an_unknown_subject_cannot_be_ordered() {
        Scenario.given((Object) company(COMPANY))
                .when(forEnterprise(COMPANY, 1))
                .thenRefused("subject.unknown");
    }

    @Test
    @DisplayName("CAT-3 a retired subject cannot be ordered")
    void a_retired_subject_cannot_be_ordered() {
        Scenario.given(
                        company(COMPANY),
                        introduced(SUBJECT, PRICE),
                        new SubjectEvent.Retired(SUBJECT.value(), LONG_AGO))
                .when(forEnterprise(COMPANY, 1))
                .thenRefused("subject.retired");
    }

    @Test
    @DisplayName("CAT-3 a changed price applies to later orders")
    void an_order_takes_the_price_of_its_moment() {
        Scenario.given(
                        company(COMPANY),
                        introduced(SUBJECT, PRICE),
                        new SubjectEvent.PriceChanged(SUBJECT.value(), usd(17_500), LONG_AGO))
                .when(forEnterprise(COMPANY, 2))
                .thenEvents(placed(COMPANY, OrderKind.ENTERPRISE, 2, usd(17_500)));
    }

    @Test
    @DisplayName("CAT-3 an order keeps its price and can be paid after a price change and a retirement")
    void an_order_keeps_the_price_it_was_placed_at() {
        Scenario.given(
                        Facts.placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                        introduced(SUBJECT, PRICE),
                        new SubjectEvent.PriceChanged(SUBJECT.value(), usd(99_900), LONG_AGO),
                        new SubjectEvent.Retired(SUBJECT.value(), LONG_AGO))
                .when(new PayOrder(ORDER, COMPANY, List.of(Facts.card(30_000)), "registration", Facts.PAID_AT))
                .thenEvents(Facts.purchased(ORDER, 2), Facts.takenByCard(ORDER, COMPANY, 30_000, Facts.PAID_AT));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, PlaceOrder.MAX_QUANTITY + 1})
    @DisplayName("ORD-7 an order is for at least one place")
    void a_quantity_out_of_bounds_is_no_command(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> forEnterprise(COMPANY, quantity));
    }

    @Test
    @DisplayName("ORD-1 there is no order without accepted terms")
    void terms_that_are_not_accepted_are_no_ground_for_an_order() {
        Scenario.given(company(COMPANY), introduced(SUBJECT, PRICE))
                .when(new PlaceOrder(ORDER, COMPANY, OrderKind.ENTERPRISE, SUBJECT, 1, null, null, NOW))
                .thenRefused("order.terms-not-accepted");
    }

    @Test
    void a_voucher_that_nobody_issued_is_refused() {
        Scenario.given(company(COMPANY), introduced(SUBJECT, PRICE))
                .when(new PlaceOrder(ORDER, COMPANY, OrderKind.ENTERPRISE, SUBJECT, 1, "2026-11", "digest", NOW))
                .thenRefused("voucher.unknown");
    }

    private static PlaceOrder forEnterprise(AccountId buyer, int quantity) {
        return new PlaceOrder(ORDER, buyer, OrderKind.ENTERPRISE, SUBJECT, quantity, "2026-11", null, NOW);
    }

    private static PlaceOrder forOneself(AccountId buyer) {
        return new PlaceOrder(ORDER, buyer, OrderKind.INDIVIDUAL, SUBJECT, 1, "2026-11", null, NOW);
    }

    private static OrderEvent placed(AccountId buyer, OrderKind kind, int quantity, Money unitPrice) {
        return new OrderEvent.Placed(
                ORDER.value(),
                buyer.value(),
                kind,
                SUBJECT.value(),
                quantity,
                unitPrice,
                unitPrice.times(quantity),
                "2026-11",
                NOW);
    }
}
