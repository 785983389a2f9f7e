package io.examledger.command.appointment.result;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Booking;
import io.examledger.command.appointment.EmbargoPolicy;
import io.examledger.command.appointment.Registrations;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Takes results and corrections, and releases what may be seen: code and candidacy follow in the same transaction. */
public class ResultHandler {
    private final Repository<Appointment> appointments;
    private final Registrations registrations;

    public ResultHandler(Repository<Appointment> appointments, Registrations registrations) {
        this.appointments = appointments;
        this.registrations = registrations;
    }

    /** A result that comes after its embargo is released at once. */
    @CommandHandler
    public Done handle(RecordResult command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        @Nullable
        Instant releaseAt = appointment.invoke(
                a -> a.judgement().judge(command.outcome(), command.score(), EmbargoPolicy.CURRENT, command.at()));
        if (releaseAt != null) {
            registrations.judge(
                    appointment.invoke(Appointment::booking),
                    appointment.invoke(Appointment::slot),
                    command.outcome(),
                    releaseAt,
                    command.at());
        }
        release(appointment, command.at());
        return new Done();
    }

    @CommandHandler
    public Done handle(ReleaseResult command) {
        release(appointments.load(command.appointmentId().value()), command.at());
        return new Done();
    }

    private void release(Aggregate<Appointment> appointment, Instant at) {
        boolean released = appointment.invoke(a -> a.judgement().release(at));
        if (released && !appointment.invoke(a -> a.judgement().isForfeited())) {
            Booking booking = appointment.invoke(Appointment::booking);
            registrations.useUp(booking, at);
        }
    }
}
