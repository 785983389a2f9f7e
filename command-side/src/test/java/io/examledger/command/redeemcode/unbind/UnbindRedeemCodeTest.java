package io.examledger.command.redeemcode.unbind;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.OTHER_COMPANY;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.opened;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.regenerated;
import static io.examledger.command.testing.Facts.unbound;
import static io.examledger.command.testing.Facts.withdrawn;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnbindRedeemCodeTest {
    @Test
    @DisplayName("COD-3 the code is free again and the examinee loses the registration")
    void a_bound_code_is_unbound() {
        boundToAda()
                .when(unbind(COMPANY, null, NOW))
                .thenEvents(
                        unbound(CODE, ADA, "registration", NOW), withdrawn(ADAS_CANDIDACY, "registration", CODE, NOW))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("COD-11b unbinding with regeneration is one step")
    void an_unbound_code_can_get_a_new_string_at_once() {
        NewCodeString fresh = PlainVault.fresh(2, CODE);
        boundToAda()
                .when(unbind(COMPANY, fresh, NOW))
                .thenEvents(
                        unbound(CODE, ADA, "registration", NOW),
                        regenerated(CODE, 1, 2, NOW),
                        withdrawn(ADAS_CANDIDACY, "registration", CODE, NOW))
                .when(new BindRedeemCode(CODE, PlainVault.fresh(1, CODE).digest(), SUBJECT, ADA, "again", NOW))
                .thenRefused("redeem-code.not-usable")
                .when(new BindRedeemCode(CODE, fresh.digest(), SUBJECT, ADA, "again", NOW))
                .thenEvents(bound(CODE, ADA, "again", NOW), opened(ADAS_CANDIDACY, "again", CODE, NOW));
    }

    @Test
    @DisplayName("COD-3 only a bound code can be unbound, and once")
    void an_unused_code_is_not_unbound() {
        Scenario.given(issued(CODE, 1)).when(unbind(COMPANY, null, NOW)).thenRefused("redeem-code.not-bound");
        boundToAda()
                .when(unbind(COMPANY, null, NOW))
                .when(unbind(COMPANY, null, NOW))
                .thenRefused("redeem-code.not-bound");
    }

    @Test
    @DisplayName("COD-11b where the unbind is refused, the string stays")
    void a_refused_unbind_regenerates_nothing() {
        Scenario.given(issued(CODE, 1))
                .when(unbind(COMPANY, PlainVault.fresh(2, CODE), NOW))
                .thenRefused("redeem-code.not-bound");
    }

    @Test
    @DisplayName("ACC-4 a foreign code is as unknown as one that does not exist")
    void a_foreign_code_is_not_found() {
        boundToAda().when(unbind(OTHER_COMPANY, null, NOW)).thenNotFound();
        Scenario.start()
                .when(new UnbindRedeemCode(new RedeemCodeId("nobodys"), COMPANY, null, NOW))
                .thenNotFound();
    }

    @Test
    @DisplayName("ACC-4 the holder of a code is not its owner")
    void the_holder_unbinds_nothing() {
        boundToAda().when(unbind(ADA, null, NOW)).thenNotFound();
    }

    @Test
    @DisplayName("ORD-3 up to the last instant of the validity a code can be unbound")
    void the_last_instant_counts() {
        boundToAda().when(unbind(COMPANY, null, VALID_UNTIL.minusNanos(1))).thenAnswer(new Done());
    }

    @Test
    @DisplayName("ORD-4 after expiry nothing is unbound, though nothing has marked the code as expired")
    void an_expired_code_is_not_unbound() {
        boundToAda().when(unbind(COMPANY, null, VALID_UNTIL)).thenRefused("order.expired");
    }

    @Test
    @DisplayName("ACC-4 an expired code tells a stranger nothing")
    void a_foreign_expired_code_is_not_found() {
        boundToAda().when(unbind(OTHER_COMPANY, null, VALID_UNTIL)).thenNotFound();
    }

    private static Scenario boundToAda() {
        return Scenario.given(
                person(ADA),
                issued(CODE, 1),
                bound(CODE, ADA, "registration", PAID_AT),
                opened(ADAS_CANDIDACY, "registration", CODE, PAID_AT));
    }

    private static UnbindRedeemCode unbind(AccountId enterprise, @Nullable NewCodeString fresh, Instant at) {
        return new UnbindRedeemCode(CODE, enterprise, fresh, at);
    }
}
