package io.examledger.command.appointment.checkin;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.document;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.offered;
import static io.examledger.command.testing.ExamFacts.registered;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.ExamFacts.siteOpened;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.kernel.appointment.IdentityDocumentType.BANK_CARD;
import static io.examledger.kernel.appointment.IdentityDocumentType.EMPLOYEE_ID;
import static io.examledger.kernel.appointment.IdentityDocumentType.NATIONAL_ID;
import static io.examledger.kernel.appointment.IdentityDocumentType.PASSPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.checkin.CheckInHandler.Admission;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckInTest {
    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Admission ADMITTED = new Admission(true, null);
    private static final Admission MISSING = new Admission(false, "identity.documents-missing");
    private static final Admission MISMATCH = new Admission(false, "identity.name-mismatch");

    @Test
    @DisplayName("APT-3 ACC-3 RES-2 who is who they say sits, and a result is pending; names are stored sealed")
    void an_examinee_is_admitted() {
        adaHasASeat()
                .when(shown(START, document(PASSPORT, "ADA", "LOVELACE")))
                .thenEvents(
                        new ExamDayEvent.CheckedIn(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                List.of(PASSPORT),
                                "sealed([{\"type\":\"PASSPORT\",\"name\":{\"first\":\"ADA\",\"last\":\"LOVELACE\","
                                        + "\"organisation\":null},\"expiresOn\":null}]) for ada",
                                START),
                        new SittingEvent.ExamBegun(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                COMPANY.value(),
                                "appointment",
                                START,
                                START))
                .thenAnswer(ADMITTED);
    }

    @Test
    @DisplayName("ACC-3 COD-7 a wrong name ends the attempt; the fee is forfeited and the code completed")
    void a_wrong_name_ends_the_attempt() {
        Scenario scenario = adaHasASeat().when(shown(START, document(PASSPORT, "Augusta", "King")));
        scenario.thenEvents(
                        new ExamDayEvent.IdentityRejected(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                List.of(PASSPORT),
                                "sealed([{\"type\":\"PASSPORT\",\"name\":{\"first\":\"Augusta\",\"last\":\"King\","
                                        + "\"organisation\":null},\"expiresOn\":null}]) for ada",
                                START),
                        new CandidacyEvent.RegistrationUsed(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                COMPANY.value(),
                                "appointment",
                                START),
                        new RedeemCodeEvent.Completed(
                                CODE.value(),
                                ORDER.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                ADA.value(),
                                REGISTRATION,
                                "appointment",
                                START))
                .thenAnswer(MISMATCH);
        scenario.when(checkIn(START)).thenRefused("appointment.over");
    }

    @Test
    @DisplayName("ACC-3 online every document carries the legal name")
    void each_document_is_compared() {
        adaIsOnline()
                .when(shown(START, document(PASSPORT, "Ada", "Lovelace"), document(BANK_CARD, "A", "Lovelace")))
                .thenAnswer(MISMATCH);
    }

    @Test
    @DisplayName("APT-3 a test center needs a government photo ID; others can be shown in time")
    void a_test_center_needs_a_government_photo_id() {
        adaHasASeat()
                .when(shown(START))
                .thenAnswer(MISSING)
                .when(shown(START, document(EMPLOYEE_ID, "Ada", "Lovelace"), document(BANK_CARD, "Ada", "Lovelace")))
                .thenAnswer(MISSING)
                .thenEvents()
                .when(shown(START, document(NATIONAL_ID, "Ada", "Lovelace")))
                .thenAnswer(ADMITTED);
    }

    @Test
    @DisplayName("APT-3 online a primary and a secondary ID are needed")
    void online_needs_two_documents() {
        adaIsOnline()
                .when(shown(START, document(PASSPORT, "Ada", "Lovelace"), document(PASSPORT, "Ada", "Lovelace")))
                .thenAnswer(MISSING)
                .when(shown(START, document(PASSPORT, "Ada", "Lovelace"), document(BANK_CARD, "Ada", "Lovelace")))
                .thenAnswer(ADMITTED);
    }

    @Test
    @DisplayName("APT-3 a document is good on its last day and not on the next")
    void an_expired_document_is_none() {
        LocalDate examDay = LocalDate.parse("2026-07-01");
        PersonName name = new PersonName("Ada", "Lovelace", null);
        adaHasASeat()
                .when(shown(START, new IdentityDocument(PASSPORT, name, examDay.minusDays(1))))
                .thenAnswer(MISSING)
                .when(shown(START, new IdentityDocument(PASSPORT, name, examDay)))
                .thenAnswer(ADMITTED);
    }

    @Test
    @DisplayName("APT-2 at a test center sign-in is from 30 min before the start")
    void a_test_center_opens_30_minutes_before() {
        Instant opens = START.minus(Duration.ofMinutes(30));
        Scenario early = adaHasASeat().when(checkIn(opens.minus(INSTANT)));
        early.thenRefused("appointment.too-early");
        assertThat(early.refusal().detail()).contains(opens.toString());
        early.when(checkIn(opens)).thenAnswer(ADMITTED);
    }

    @Test
    @DisplayName("APT-2 late is until 20 min after the start; then it is a no-show, recorded or not")
    void a_test_center_closes_20_minutes_after() {
        Instant closes = START.plus(Duration.ofMinutes(20));
        adaHasASeat()
                .when(checkIn(closes.plus(INSTANT)))
                .thenRefused("appointment.missed")
                .when(checkIn(closes))
                .thenAnswer(ADMITTED);
    }

    @Test
    @DisplayName("APT-2 APT-3 online whoever launched in time can be looked at after it, until exactly the exam's end")
    void online_the_launch_counts() {
        Instant closes = START.plus(Duration.ofMinutes(20));
        adaIsOnline().when(checkIn(closes.plus(INSTANT))).thenRefused("appointment.missed");
        adaIsOnline().when(launch(closes)).when(checkIn(closes.plus(INSTANT))).thenAnswer(ADMITTED);
        adaIsOnline().when(launch(closes)).when(checkIn(END)).thenAnswer(ADMITTED);
        Scenario late = adaIsOnline().when(launch(closes)).when(checkIn(END.plus(INSTANT)));
        late.thenRefused("appointment.missed");
        assertThat(late.refusal().detail()).contains(END.toString(), "APT-3");
    }

    @Test
    void an_examinee_is_admitted_once() {
        adaHasASeat().when(checkIn(START)).when(checkIn(START)).thenRefused("appointment.checked-in");
    }

    @Test
    @DisplayName("ACC-3 an organisation has no legal name to show")
    void an_organisation_is_not_admitted() {
        Scenario.given(organisation(), registered(ADA, 1, REGISTRATION), offered(), siteOpened(), sessionOpened(1))
                .when(atSite(NOW))
                .when(checkIn(START))
                .thenRefused("account.no-legal-name");
    }

    private static Object[] organisation() {
        String name = new PlainVault().seal("{\"organisation\":\"Acme\"}", ADA);
        return new Object[] {
            new AccountEvent.Registered(ADA.value(), AccountKind.ROOT, null, name, "email", null, NOW),
            new AccountEvent.Verified(ADA.value(), Verification.INDIVIDUAL, NOW)
        };
    }

    private static CheckIn shown(Instant at, IdentityDocument... documents) {
        return new CheckIn(APPOINTMENT, List.of(documents), at);
    }
}
