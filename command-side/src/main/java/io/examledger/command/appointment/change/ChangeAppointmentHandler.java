package io.examledger.command.appointment.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Booking;
import io.examledger.command.appointment.DeliveryPolicy;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.Registrations;
import io.examledger.command.appointment.Slot;
import io.examledger.command.examsession.ExamSessions;
import io.examledger.command.examsession.Seat;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Moves and cancels appointments: seats are given back and taken in the same transaction (APT-1, APT-7, APT-8, COD-6). */
public class ChangeAppointmentHandler {
    private final Repository<Appointment> appointments;
    private final Registrations registrations;
    private final ExamSessions sessions;

    public ChangeAppointmentHandler(
            Repository<Appointment> appointments, Registrations registrations, ExamSessions sessions) {
        this.appointments = appointments;
        this.registrations = registrations;
        this.sessions = sessions;
    }

    @CommandHandler
    public AppointmentChanged handle(RescheduleAppointment command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        appointment.execute(a -> a.change().requireChangeable(command.examinee(), command.at()));
        Booking booking = appointment.invoke(Appointment::booking);
        Slot from = appointment.invoke(Appointment::slot);
        Seat seat = Place.of(booking.deliveryMode(), command.sessionId(), command.start())
                .seat(sessions);
        Slot to = DeliveryPolicy.of(booking.deliveryMode()).slot(seat, from.length());
        Money fee = appointment.invoke(a -> a.change().reschedule(command.examinee(), to, command.at()));
        Venue venue = sessions.venue(to.siteId());
        appointment.execute(a -> a.announce(AppointmentNotice.RESCHEDULED, from.start(), venue, command.at()));
        registrations.move(booking, to, command.at());
        sessions.giveBack(from.sessionId(), booking.appointmentId(), command.at());
        sessions.take(seat, booking.appointmentId(), new SubjectCode(booking.subject()), command.at());
        return new AppointmentChanged(to.start(), fee);
    }

    @CommandHandler
    public AppointmentChanged handle(CancelAppointment command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        Money fee = appointment.invoke(a -> a.change().cancel(command.examinee(), command.at()));
        Booking booking = appointment.invoke(Appointment::booking);
        Slot slot = appointment.invoke(Appointment::slot);
        Venue venue = sessions.venue(slot.siteId());
        appointment.execute(a -> a.announce(AppointmentNotice.CANCELLED, null, venue, command.at()));
        registrations.free(booking, command.at());
        sessions.giveBack(slot.sessionId(), booking.appointmentId(), command.at());
        return new AppointmentChanged(slot.start(), fee);
    }

    /**
     * The answer.
     *
     * @param start the new one, or the one that was cancelled
     * @param fee for being late; null if the change was free
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppointmentChanged(
            Instant start, @Nullable Money fee) {}
}
