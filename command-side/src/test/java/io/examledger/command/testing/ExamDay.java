package io.examledger.command.testing;

import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.SESSION;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.SUBJECT;

import io.examledger.command.appointment.ConsentPolicy;
import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.NewAuthorizationCode;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.checkin.CheckIn;
import io.examledger.command.appointment.checkin.IdentityDocument;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.result.RecordResult;
import io.examledger.command.appointment.schedule.ScheduleAppointment;
import io.examledger.command.appointment.schedule.ScheduleAppointment.Authorization;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.personal.PersonName;
import java.time.Instant;
import java.util.List;

/** The commands around an appointment, as Ada and the staff send them. */
public final class ExamDay {
    private static final PlainVault VAULT = new PlainVault();
    /** What {@link #online} is authorised with. */
    public static final String DIGEST = VAULT.digest(PlainVault.codeString(7), APPOINTMENT);

    private ExamDay() {}

    /** All texts, in the versions in force. */
    public static List<Accepted> consents() {
        return ConsentPolicy.CURRENT.versions().entrySet().stream()
                .map(text -> new Accepted(text.getKey(), text.getValue()))
                .toList();
    }

    /** What stands on the event of it. */
    public static List<Consent> accepted(Instant at) {
        return ConsentPolicy.CURRENT.require(consents(), at);
    }

    public static ScheduleAppointment atSite(Instant at) {
        return atSite(ADA, APPOINTMENT, at);
    }

    public static ScheduleAppointment atSite(AccountId person, AppointmentId id, Instant at) {
        return new ScheduleAppointment(id, person, SUBJECT, new Place.AtSite(SESSION), consents(), null, at);
    }

    public static ScheduleAppointment online(Instant start, Instant at) {
        return online(ADA, APPOINTMENT, start, at);
    }

    public static ScheduleAppointment online(AccountId person, AppointmentId id, Instant start, Instant at) {
        return new ScheduleAppointment(id, person, SUBJECT, new Place.Online(start), consents(), authorization(id), at);
    }

    public static Authorization authorization(AppointmentId id) {
        return new Authorization(
                PlainVault.codeString(7), NewAuthorizationCode.of(PlainVault.codeString(7), id, VAULT));
    }

    public static IdentityDocument document(IdentityDocumentType type, String first, String last) {
        return new IdentityDocument(type, new PersonName(first, last, null), null);
    }

    /** Ada with what either mode needs. */
    public static CheckIn checkIn(Instant at) {
        return new CheckIn(
                APPOINTMENT,
                List.of(
                        document(IdentityDocumentType.PASSPORT, "Ada", "Lovelace"),
                        document(IdentityDocumentType.BANK_CARD, "ADA", "LOVELACE")),
                at);
    }

    public static LaunchExam launch(Instant at) {
        return new LaunchExam(APPOINTMENT, ADA, DIGEST, at);
    }

    public static RecordResult result(ExamOutcome outcome, int points, Instant at) {
        return new RecordResult(APPOINTMENT, outcome, new Score(points), at);
    }

    /** Ada has an appointment at the test center. */
    public static Scenario adaHasASeat() {
        return Scenario.given(ExamFacts.adaIsRegistered()).when(atSite(NOW));
    }

    /** Ada has an appointment online, at the same time. */
    public static Scenario adaIsOnline() {
        return Scenario.given(ExamFacts.adaIsRegistered()).when(online(ExamFacts.START, NOW));
    }

    /** Ada sits the exam at the test center. */
    public static Scenario adaSits() {
        return adaHasASeat().when(checkIn(ExamFacts.START));
    }
}
