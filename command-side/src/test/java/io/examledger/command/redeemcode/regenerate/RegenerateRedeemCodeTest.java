package io.examledger.command.redeemcode.regenerate;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.OTHER_COMPANY;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.regenerated;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Claims;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler.Regenerated;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegenerateRedeemCodeTest {
    @Test
    @DisplayName("COD-4 an unused code gets a new string, which the owner is told")
    void an_unused_code_is_regenerated() {
        Scenario.given(issued(CODE, 1))
                .when(regenerate(COMPANY, 2, NOW))
                .thenEvents(regenerated(CODE, 1, 2, NOW))
                .thenAnswer(new Regenerated(PlainVault.codeString(2).grouped()));
    }

    @Test
    @DisplayName("COD-4 the old string is still known as this code's")
    void both_strings_lead_to_the_code() {
        Scenario scenario = Scenario.given(issued(CODE, 1)).when(regenerate(COMPANY, 2, NOW));
        assertThat(holderOf(scenario, 1)).isEqualTo(CODE.value());
        assertThat(holderOf(scenario, 2)).isEqualTo(CODE.value());
    }

    @Test
    @DisplayName("COD-4 the string that was replaced is the last one")
    void a_second_regeneration_replaces_the_first() {
        Scenario.given(issued(CODE, 1))
                .when(regenerate(COMPANY, 2, NOW))
                .when(regenerate(COMPANY, 3, NOW))
                .thenEvents(regenerated(CODE, 2, 3, NOW));
    }

    @Test
    @DisplayName("COD-4 only an unused code can be regenerated")
    void a_bound_code_keeps_its_string() {
        Scenario scenario = Scenario.given(issued(CODE, 1), bound(CODE, ADA, "registration", PAID_AT))
                .when(regenerate(COMPANY, 2, NOW))
                .thenRefused("redeem-code.not-unused");
        assertThat(scenario.refusal().detail())
                .as("the owner learns the state (COD-11)")
                .contains("bound");
    }

    @Test
    @DisplayName("ACC-4 a foreign code is as unknown as one that does not exist")
    void a_foreign_code_is_not_found() {
        Scenario.given(issued(CODE, 1)).when(regenerate(OTHER_COMPANY, 2, NOW)).thenNotFound();
        Scenario.start().when(regenerate(COMPANY, 2, NOW)).thenNotFound();
    }

    @Test
    @DisplayName("ORD-4 after expiry nothing is regenerated, though nothing has marked the code as expired")
    void an_expired_code_keeps_its_string() {
        Scenario.given(issued(CODE, 1))
                .when(regenerate(COMPANY, 2, VALID_UNTIL))
                .thenRefused("order.expired")
                .when(regenerate(COMPANY, 2, VALID_UNTIL.minusNanos(1)))
                .thenEvents(regenerated(CODE, 1, 2, VALID_UNTIL.minusNanos(1)));
    }

    @Test
    @DisplayName("COD-10 neither the command nor its answer shows the string in a log")
    void the_string_is_not_printed() {
        String clear = PlainVault.codeString(2).grouped();
        assertThat(new Regenerated(clear).toString()).doesNotContain(clear);
        assertThat(regenerate(COMPANY, 2, NOW).clear().toString()).isEqualTo("CodeString[secret]");
    }

    private static String holderOf(Scenario scenario, int string) {
        return scenario.claims()
                .holderOf(Claims.REDEEM_CODE, PlainVault.fresh(string, CODE).digest())
                .orElseThrow();
    }

    private static RegenerateRedeemCode regenerate(AccountId enterprise, int string, Instant at) {
        RedeemCodeId code = CODE;
        return new RegenerateRedeemCode(
                code, enterprise, PlainVault.codeString(string), PlainVault.fresh(string, code), at);
    }
}
