package io.examledger.command.account;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.registered;
import static io.examledger.command.testing.Facts.verified;

import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {
    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @ParameterizedTest
    @EnumSource(names = {"INDIVIDUAL", "CORPORATE"})
    @DisplayName("ACC-1 ACC-2 an account is verified")
    void a_registered_account_is_verified(Verification level) {
        account.given(registered(ADA, AccountKind.ROOT))
                .when(new VerifyAccount(ADA, level, NOW))
                .expectEvents(new AccountEvent.Verified(ADA.value(), level, NOW));
    }

    @Test
    void a_repeated_verification_changes_nothing() {
        account.given(registered(ADA, AccountKind.ROOT), verified(ADA, Verification.INDIVIDUAL))
                .when(new VerifyAccount(ADA, Verification.INDIVIDUAL, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_verification_takes_the_place_of_the_one_before() {
        account.given(registered(ADA, AccountKind.ROOT), verified(ADA, Verification.INDIVIDUAL))
                .when(new VerifyAccount(ADA, Verification.CORPORATE, NOW))
                .expectEvents(new AccountEvent.Verified(ADA.value(), Verification.CORPORATE, NOW));
    }

    @Test
    void an_unknown_account_is_not_verified() {
        account.givenNoPriorActivity()
                .when(new VerifyAccount(ADA, Verification.INDIVIDUAL, NOW))
                .expectException(AggregateNotFoundException.class)
                .expectNoEvents();
    }
}
