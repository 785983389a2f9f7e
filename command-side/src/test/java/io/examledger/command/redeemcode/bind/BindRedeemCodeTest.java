package io.examledger.command.redeemcode.bind;

import static io.examledger.command.testing.EndFacts.registrationExpired;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.GRACE;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.opened;
import static io.examledger.command.testing.Facts.openedUntil;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.regenerated;
import static io.examledger.command.testing.Facts.unbound;
import static io.examledger.command.testing.Facts.withdrawn;

import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BindRedeemCodeTest {
    private static final RedeemCodeId SECOND = RedeemCodeId.of(ORDER, 2);

    @Test
    @DisplayName("COD-2 ORD-8 a person registers with the string, for nothing, until the enterprise order ends")
    void an_unused_code_is_bound() {
        Scenario.given(person(ADA), issued(CODE, 1))
                .when(bind(ADA, CODE, 1, NOW))
                .thenEvents(bound(CODE, ADA, "registration", NOW), opened(ADAS_CANDIDACY, "registration", CODE, NOW))
                .thenAnswer(new Registered("registration", SUBJECT.value(), VALID_UNTIL));
    }

    @Test
    @DisplayName("COD-2 a code has one holder")
    void a_bound_code_is_not_bound_again() {
        Scenario.given(person(ADA), person(GRACE), issued(CODE, 1))
                .when(bind(ADA, CODE, 1, NOW))
                .when(bind(GRACE, CODE, 1, NOW))
                .thenRefused("redeem-code.not-usable");
    }

    @Test
    @DisplayName("COD-3 an unbound code can be bound by another person")
    void an_unbound_code_finds_another_holder() {
        Scenario.given(
                        person(GRACE),
                        issued(CODE, 1),
                        bound(CODE, ADA, "earlier", PAID_AT),
                        unbound(CODE, ADA, "earlier", PAID_AT))
                .when(bind(GRACE, CODE, 1, NOW))
                .thenAnswer(new Registered("registration", SUBJECT.value(), VALID_UNTIL));
    }

    @Test
    @DisplayName("COD-4 after a regeneration the new string is good and the old one refused")
    void only_the_current_string_binds() {
        Scenario.given(person(ADA), issued(CODE, 1), regenerated(CODE, 1, 2, PAID_AT))
                .when(bind(ADA, CODE, 1, NOW))
                .thenRefused("redeem-code.not-usable")
                .when(bind(ADA, CODE, 2, NOW))
                .thenAnswer(new Registered("registration", SUBJECT.value(), VALID_UNTIL));
    }

    @Test
    @DisplayName("ORD-3 up to the last instant of the validity a code can be bound")
    void the_last_instant_counts() {
        Instant last = VALID_UNTIL.minusNanos(1);
        Scenario.given(person(ADA), issued(CODE, 1))
                .when(bind(ADA, CODE, 1, last))
                .thenEvents(bound(CODE, ADA, "registration", last), opened(ADAS_CANDIDACY, "registration", CODE, last));
    }

    @Test
    @DisplayName("ORD-4 from the instant of expiry a code is refused, though nothing has marked it as expired")
    void an_expired_code_cannot_be_bound() {
        Scenario.given(person(ADA), issued(CODE, 1))
                .when(bind(ADA, CODE, 1, VALID_UNTIL))
                .thenRefused("redeem-code.not-usable")
                .when(bind(ADA, CODE, 1, VALID_UNTIL.plusSeconds(1)))
                .thenRefused("redeem-code.not-usable");
    }

    @Test
    @DisplayName("APT-5 a person has one open registration for a subject")
    void a_second_code_for_the_subject_is_refused() {
        Scenario.given(person(ADA), issued(CODE, 1), issued(SECOND, 2))
                .when(bind(ADA, CODE, 1, NOW))
                .when(bind(ADA, SECOND, 2, NOW))
                .thenRefused("candidacy.registration-open");
    }

    @Test
    @DisplayName("APT-5 two people may each have a registration for a subject")
    void another_person_registers_beside() {
        Scenario.given(person(ADA), person(GRACE), issued(CODE, 1), issued(SECOND, 2))
                .when(bind(ADA, CODE, 1, NOW))
                .when(bind(GRACE, SECOND, 2, NOW))
                .thenAnswer(new Registered("registration", SUBJECT.value(), VALID_UNTIL));
    }

    @Test
    @DisplayName("ORD-4 ORD-8 APT-5 a registration that ended with its order is in nobody's way, noted or not")
    void an_expired_registration_makes_room() {
        Scenario.given(person(ADA), openedUntil(NOW, ADAS_CANDIDACY, "earlier", CODE, PAID_AT), issued(SECOND, 2))
                .when(bind(ADA, SECOND, 2, NOW.minusSeconds(1)))
                .thenRefused("candidacy.registration-open")
                .when(bind(ADA, SECOND, 2, NOW))
                .thenEvents(
                        bound(SECOND, ADA, "registration", NOW),
                        registrationExpired(ADAS_CANDIDACY, "earlier", CODE, NOW),
                        opened(ADAS_CANDIDACY, "registration", SECOND, NOW));
    }

    @Test
    @DisplayName("APT-5 after an unbind a new registration may open")
    void a_withdrawn_registration_makes_room() {
        Scenario.given(
                        person(ADA),
                        issued(CODE, 1),
                        bound(CODE, ADA, "earlier", PAID_AT),
                        opened(ADAS_CANDIDACY, "earlier", CODE, PAID_AT),
                        unbound(CODE, ADA, "earlier", PAID_AT),
                        withdrawn(ADAS_CANDIDACY, "earlier", CODE, PAID_AT),
                        issued(SECOND, 2))
                .when(bind(ADA, SECOND, 2, NOW))
                .thenEvents(
                        bound(SECOND, ADA, "registration", NOW), opened(ADAS_CANDIDACY, "registration", SECOND, NOW));
    }

    private static BindRedeemCode bind(AccountId examinee, RedeemCodeId code, int string, Instant at) {
        String digest = PlainVault.fresh(string, code).digest();
        return new BindRedeemCode(code, digest, SUBJECT, examinee, "registration", at);
    }
}
