package io.examledger.command.appointment.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.command.Refusals;
import io.examledger.command.account.Account;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.ConsentPolicy;
import io.examledger.command.appointment.DeliveryPolicy;
import io.examledger.command.appointment.Registrations;
import io.examledger.command.appointment.Registrations.Reserved;
import io.examledger.command.appointment.Slot;
import io.examledger.command.appointment.schedule.ScheduleAppointment.Authorization;
import io.examledger.command.examsession.ExamSessions;
import io.examledger.command.examsession.Seat;
import io.examledger.command.subject.Subject;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Makes appointments: candidacy, code, session and appointment agree in one transaction (ORD-4, APT-5, APT-8, COD-5). */
public class ScheduleAppointmentHandler {
    private final Repository<Account> accounts;
    private final Repository<Subject> subjects;
    private final Repository<Appointment> appointments;
    private final Registrations registrations;
    private final ExamSessions sessions;

    public ScheduleAppointmentHandler(
            Repository<Account> accounts,
            Repository<Subject> subjects,
            Repository<Appointment> appointments,
            Registrations registrations,
            ExamSessions sessions) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.appointments = appointments;
        this.registrations = registrations;
        this.sessions = sessions;
    }

    @CommandHandler
    public AppointmentScheduled handle(ScheduleAppointment command) throws Exception {
        accounts.load(command.examinee().value()).execute(Account::requireMayRegister);
        List<Consent> consents = ConsentPolicy.CURRENT.require(command.consents(), command.at());
        DeliveryMode mode = command.place().mode();
        Seat seat = command.place().seat(sessions);
        Slot slot = DeliveryPolicy.of(mode).slot(seat, length(command.subject().value(), mode));
        Reserved reserved =
                registrations.reserve(command.candidacy(), command.appointmentId(), mode, slot, command.at());
        sessions.take(seat, command.appointmentId().value(), command.subject(), command.at());
        Authorization authorization = command.authorization();
        Venue venue = sessions.venue(slot.siteId());
        appointments
                .newInstance(() -> Appointment.schedule(
                        reserved.booking(),
                        slot,
                        reserved.validUntil(),
                        consents,
                        authorization == null ? null : authorization.fresh(),
                        command.at()))
                .execute(a -> a.announce(AppointmentNotice.SCHEDULED, null, venue, command.at()));
        return new AppointmentScheduled(
                command.appointmentId().value(),
                slot.start(),
                slot.end(),
                authorization == null ? null : authorization.clear().grouped());
    }

    private Duration length(String subject, DeliveryMode mode) {
        try {
            return subjects.load(subject).invoke(s -> s.lengthOf(mode));
        } catch (AggregateNotFoundException e) {
            throw Refusals.conflict("subject.unknown", "There is no subject " + subject + " in the catalogue.");
        }
    }

    /**
     * The answer.
     *
     * @param authorizationCode in clear: for the examinee's eyes; null at a test center
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppointmentScheduled(
            String appointmentId,
            Instant start,
            Instant end,
            @Nullable String authorizationCode) {
        @Override
        public String toString() {
            return "AppointmentScheduled[" + appointmentId + "]";
        }
    }
}
