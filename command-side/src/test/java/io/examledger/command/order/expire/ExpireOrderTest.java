package io.examledger.command.order.expire;

import static io.examledger.command.testing.EndFacts.orderExpired;
import static io.examledger.command.testing.EndFacts.registrationExpired;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.testing.IndividualOrder;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpireOrderTest {
    private static final Instant MICROSECOND_BEFORE = VALID_UNTIL.minusNanos(1_000);
    private final OrderExpiry rule = new OrderExpiry();

    @Test
    @DisplayName("ORD-4 an order ends at the first instant after its validity, and not a microsecond before, once")
    void an_order_ends_exactly_then() {
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3),
                        purchased(ORDER, 3),
                        codesIssued(ORDER, 1, 3, 3))
                .when(new ExpireOrder(ORDER, MICROSECOND_BEFORE))
                .thenEvents()
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents(orderExpired(3, VALID_UNTIL))
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents();
    }

    @Test
    @DisplayName("ORD-4 an unpaid order has no end")
    void an_unpaid_order_stays() {
        Scenario.given(placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3))
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents();
    }

    @Test
    @DisplayName("ORD-4 ORD-7 an order ends only when all of its codes are there to end with it")
    void an_order_whose_codes_are_being_issued_waits() {
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3),
                        purchased(ORDER, 3),
                        codesIssued(ORDER, 1, 2, 3))
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenBug();
    }

    @Test
    @DisplayName("ORD-4 with an individual order ends the registration that it bought")
    void an_individual_order_ends_with_its_registration() {
        Scenario.given(IndividualOrder.bought())
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents(
                        new OrderEndEvent.Expired(
                                ORDER.value(),
                                ADA.value(),
                                OrderKind.INDIVIDUAL,
                                SUBJECT.value(),
                                1,
                                VALID_UNTIL,
                                VALID_UNTIL),
                        registrationExpired(ADAS_CANDIDACY, IndividualOrder.REGISTRATION, null, VALID_UNTIL))
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents();
    }

    @Test
    @DisplayName("ORD-4 a late job leaves the registration alone that a person has opened since")
    void a_late_end_takes_only_its_own_registration() {
        Scenario.given(person(ADA), IndividualOrder.bought(), issuedBySomeLaterOrder())
                .when(new BindRedeemCode(CODE, PlainVault.fresh(1, CODE).digest(), SUBJECT, ADA, "new", VALID_UNTIL))
                .when(new ExpireOrder(ORDER, VALID_UNTIL.plusSeconds(3600)))
                .thenEvents(new OrderEndEvent.Expired(
                        ORDER.value(),
                        ADA.value(),
                        OrderKind.INDIVIDUAL,
                        SUBJECT.value(),
                        1,
                        VALID_UNTIL,
                        VALID_UNTIL.plusSeconds(3600)));
    }

    private static RedeemCodeEvent issuedBySomeLaterOrder() {
        var code = issued(CODE, 1);
        return new RedeemCodeEvent.Issued(
                code.redeemCodeId(),
                "later-order",
                code.owner(),
                code.subject(),
                code.digest(),
                code.sealed(),
                VALID_UNTIL.plusSeconds(86_400),
                code.issuedAt());
    }

    @Test
    @DisplayName("ORD-4 the deadline is the end of the validity, and is lifted when the end has been noted")
    void a_payment_sets_the_deadline() {
        assertThat(rule.after(purchased(ORDER, 3))).containsExactly(new DeadlineChange.Set("order", VALID_UNTIL));
        assertThat(rule.after(orderExpired(3, VALID_UNTIL))).containsExactly(new DeadlineChange.Lift("order"));
        assertThat(rule.after(codesIssued(ORDER, 1, 3, 3))).isEmpty();
        assertThat(rule.command("order", VALID_UNTIL)).isEqualTo(new ExpireOrder(ORDER, VALID_UNTIL));
    }
}
