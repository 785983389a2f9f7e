package io.examledger.command.account.register;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.GRACE;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.company;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Claims;
import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.order.OrderKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisterAccountTest {
    private static final String DIGEST = "digest of the address";

    @Test
    void a_root_account_is_registered_and_holds_its_address() {
        Scenario scenario = Scenario.start()
                .when(root(ADA))
                .thenEvents(new AccountEvent.Registered("ada", AccountKind.ROOT, null, "name", "email", "phone", NOW))
                .thenAnswer(new AccountRegistered("ada"));
        assertThat(scenario.claims().holderOf(Claims.EMAIL, DIGEST)).contains("ada");
    }

    @Test
    @DisplayName("ORD-6 an account says in which language it is written to")
    void a_chosen_language_is_kept() {
        Scenario.start()
                .when(new RegisterAccount(ADA, AccountKind.ROOT, null, "name", "email", DIGEST, null, Language.ZH, NOW))
                .thenEvents(
                        new AccountEvent.Registered("ada", AccountKind.ROOT, null, "name", "email", null, NOW),
                        new AccountEvent.LanguageChosen("ada", Language.ZH, NOW));
    }

    @Test
    void an_address_is_registered_once() {
        Scenario.start().when(root(ADA)).when(root(GRACE)).thenRefused("account.email-taken");
    }

    @Test
    void a_sub_user_stands_under_a_root_account() {
        Scenario.given((Object) company(COMPANY))
                .when(sub(ADA, COMPANY))
                .thenEvents(
                        new AccountEvent.Registered("ada", AccountKind.SUB, "company", "name", "email", "phone", NOW));
    }

    @Test
    void a_sub_user_never_stands_under_a_sub_user() {
        Scenario scenario = Scenario.given(registered(GRACE, AccountKind.SUB))
                .when(sub(ADA, GRACE))
                .thenRefused("account.parent-not-root");
        assertThat(scenario.claims().holderOf(Claims.EMAIL, DIGEST)).isEmpty();
    }

    @Test
    void an_unknown_parent_is_refused() {
        Scenario.start().when(sub(ADA, COMPANY)).thenRefused("account.parent-unknown");
    }

    @Test
    void an_order_is_nobodys_parent() {
        Scenario.given(placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1))
                .when(sub(ADA, new AccountId(ORDER.value())))
                .thenRefused("account.parent-unknown");
    }

    private static RegisterAccount root(AccountId id) {
        return command(id, AccountKind.ROOT, null);
    }

    private static RegisterAccount sub(AccountId id, AccountId parent) {
        return command(id, AccountKind.SUB, parent);
    }

    private static RegisterAccount command(AccountId id, AccountKind kind, @Nullable AccountId parent) {
        return new RegisterAccount(id, kind, parent, "name", "email", DIGEST, "phone", null, NOW);
    }
}
