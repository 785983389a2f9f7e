package io.examledger.command.appointment.launch;

import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Booking;
import io.examledger.command.appointment.Registrations;
import io.examledger.command.appointment.Slot;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Begins online sessions. The exam itself begins when it is known who sits it, which may be before or after (APT-3). */
public class LaunchExamHandler {
    private final Repository<Appointment> appointments;
    private final Registrations registrations;

    public LaunchExamHandler(Repository<Appointment> appointments, Registrations registrations) {
        this.appointments = appointments;
        this.registrations = registrations;
    }

    @CommandHandler
    public ExamLaunched handle(LaunchExam command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        appointment.execute(a -> a.launch(command.examinee(), command.digest(), command.at()));
        Slot slot = appointment.invoke(Appointment::slot);
        Booking booking = appointment.invoke(Appointment::booking);
        if (appointment.invoke(Appointment::sits)) {
            registrations.beginExam(booking, slot, command.at());
        } else {
            registrations.launch(booking, slot, command.at());
        }
        return new ExamLaunched(command.appointmentId().value(), slot.end());
    }

    /** The answer. */
    public record ExamLaunched(String appointmentId, Instant end) {}
}
