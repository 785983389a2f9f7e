package io.examledger.command.account;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.registered;
import static io.examledger.command.testing.Facts.verified;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.examledger.command.Claims;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.account.verify.VerifyAccount.Identity;
import io.examledger.command.testing.CommandSide;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {
    private static final VerifyAccount WITH_PASSPORT =
            new VerifyAccount(ADA, Verification.INDIVIDUAL, new Identity(IdentityDocumentType.PASSPORT, "digest"), NOW);
    private static final AccountEvent.Identified IDENTIFIED =
            new AccountEvent.Identified(ADA.value(), IdentityDocumentType.PASSPORT, NOW);

    @ParameterizedTest
    @EnumSource(names = {"INDIVIDUAL", "CORPORATE"})
    @DisplayName("ACC-1 ACC-2 an account is verified")
    void a_registered_account_is_verified(Verification level) {
        Scenario.given(registered(ADA, AccountKind.ROOT))
                .when(new VerifyAccount(ADA, level, NOW))
                .thenEvents(new AccountEvent.Verified(ADA.value(), level, NOW));
    }

    @Test
    void a_repeated_verification_changes_nothing() {
        Scenario.given(registered(ADA, AccountKind.ROOT), verified(ADA, Verification.INDIVIDUAL))
                .when(new VerifyAccount(ADA, Verification.INDIVIDUAL, NOW))
                .thenEvents();
    }

    @Test
    void another_verification_takes_the_place_of_the_one_before() {
        Scenario.given(registered(ADA, AccountKind.ROOT), verified(ADA, Verification.INDIVIDUAL))
                .when(new VerifyAccount(ADA, Verification.CORPORATE, NOW))
                .thenEvents(new AccountEvent.Verified(ADA.value(), Verification.CORPORATE, NOW));
    }

    @Test
    void an_unknown_account_is_not_verified() {
        CommandSide nothing = new CommandSide();
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> nothing.send(new VerifyAccount(ADA, Verification.INDIVIDUAL, NOW)));
    }

    @Test
    @DisplayName("RES-2 a document tells a person apart, once, whether they were verified before or not")
    void a_document_tells_a_person_apart() {
        Scenario.given(registered(ADA, AccountKind.ROOT))
                .when(WITH_PASSPORT)
                .thenEvents(new AccountEvent.Verified(ADA.value(), Verification.INDIVIDUAL, NOW), IDENTIFIED);
        Scenario.given(registered(ADA, AccountKind.ROOT), verified(ADA, Verification.INDIVIDUAL))
                .when(WITH_PASSPORT)
                .thenEvents(IDENTIFIED)
                .when(WITH_PASSPORT)
                .thenEvents();
    }

    @Test
    @DisplayName("RES-2 a person is not verified on a second account, so a wait cannot be left behind with the first")
    void a_person_is_verified_on_one_account() {
        Scenario.given(registered(ADA, AccountKind.ROOT))
                .claimed(Claims.PERSON, "digest", "another-account")
                .when(WITH_PASSPORT)
                .thenRefused("account.person-known");
    }
}
