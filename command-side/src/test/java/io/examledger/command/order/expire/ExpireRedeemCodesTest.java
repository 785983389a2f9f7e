package io.examledger.command.order.expire;

import static io.examledger.command.testing.EndFacts.codesExpired;
import static io.examledger.command.testing.EndFacts.expired;
import static io.examledger.command.testing.EndFacts.orderExpired;
import static io.examledger.command.testing.EndFacts.registrationExpired;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.opened;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpireRedeemCodesTest {
    private static final RedeemCodeId FIRST = RedeemCodeId.of(ORDER, 1);
    private static final RedeemCodeId SECOND = RedeemCodeId.of(ORDER, 2);
    private static final RedeemCodeId THIRD = RedeemCodeId.of(ORDER, 3);

    @Test
    @DisplayName("COD-9 unused and bound codes end with their order, and so does the registration of a bound one")
    void unused_and_bound_codes_end() {
        expiredOrder()
                .when(new ExpireRedeemCodes(ORDER, 1, 3, VALID_UNTIL))
                .thenEvents(
                        codesExpired(1, 3, 3, VALID_UNTIL),
                        expired(FIRST, VALID_UNTIL),
                        expired(SECOND, ADA, "registration", VALID_UNTIL),
                        registrationExpired(ADAS_CANDIDACY, "registration", SECOND, VALID_UNTIL),
                        expired(THIRD, VALID_UNTIL));
    }

    @Test
    @DisplayName("COD-9 a chunk that comes again changes nothing, and chunks come in their order")
    void chunks_are_worked_off_once_in_order() {
        expiredOrder()
                .when(new ExpireRedeemCodes(ORDER, 2, 3, VALID_UNTIL))
                .thenBug()
                .when(new ExpireRedeemCodes(ORDER, 1, 1, VALID_UNTIL))
                .thenEvents(codesExpired(1, 1, 3, VALID_UNTIL), expired(FIRST, VALID_UNTIL))
                .when(new ExpireRedeemCodes(ORDER, 1, 1, VALID_UNTIL))
                .thenEvents()
                .when(new ExpireRedeemCodes(ORDER, 2, 4, VALID_UNTIL))
                .thenBug();
    }

    @Test
    @DisplayName("ORD-4 codes of a valid order do not end")
    void a_valid_order_keeps_its_codes() {
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1),
                        purchased(ORDER, 1),
                        codesIssued(ORDER, 1, 1, 1))
                .when(new ExpireRedeemCodes(ORDER, 1, 1, VALID_UNTIL))
                .thenBug();
    }

    @Test
    @DisplayName("ORD-4 an expired code is neither bound nor unbound")
    void an_expired_code_is_done_with() {
        Scenario scenario = expiredOrder().when(new ExpireRedeemCodes(ORDER, 1, 3, VALID_UNTIL));
        scenario.when(new BindRedeemCode(
                        FIRST,
                        PlainVault.fresh(1, FIRST).digest(),
                        SUBJECT,
                        ADA,
                        "again",
                        VALID_UNTIL.minusNanos(1_000)))
                .thenRefused("redeem-code.not-usable");
        scenario.when(new UnbindRedeemCode(SECOND, COMPANY, null, VALID_UNTIL.minusNanos(1_000)))
                .thenRefused("redeem-code.not-bound");
        scenario.when(new UnbindRedeemCode(SECOND, COMPANY, null, VALID_UNTIL)).thenRefused("order.expired");
    }

    @Test
    @DisplayName("COD-9 a chunk says beforehand what it loads")
    void a_chunk_is_read_in_one_query() {
        assertThat(new ExpireRedeemCodes(ORDER, 2, 3, VALID_UNTIL).aggregateIds())
                .containsExactly(SECOND.value(), THIRD.value(), ORDER.value());
    }

    private static Scenario expiredOrder() {
        return Scenario.given(
                person(ADA),
                placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3),
                purchased(ORDER, 3),
                codesIssued(ORDER, 1, 3, 3),
                issued(FIRST, 1),
                issued(SECOND, 2),
                issued(THIRD, 3),
                bound(SECOND, ADA, "registration", NOW),
                opened(ADAS_CANDIDACY, "registration", SECOND, NOW),
                orderExpired(3, VALID_UNTIL));
    }
}
