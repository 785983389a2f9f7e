package io.examledger.command.appointment.incident;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Booking;
import io.examledger.command.appointment.EmbargoPolicy;
import io.examledger.command.appointment.Registrations;
import io.examledger.command.appointment.Slot;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.personal.PersonalDataVault;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Violations, interruptions and no-shows: the registration follows in the same transaction (COD-6, COD-7, RES-3). */
public class IncidentHandler {
    private final Repository<Appointment> appointments;
    private final Registrations registrations;
    private final PersonalDataVault vault;

    public IncidentHandler(Repository<Appointment> appointments, Registrations registrations, PersonalDataVault vault) {
        this.appointments = appointments;
        this.registrations = registrations;
        this.vault = vault;
    }

    /** The attempt counts, its result is invalid, and the registration is used up at once. */
    @CommandHandler
    public Done handle(ReportViolation command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        Booking booking = appointment.invoke(Appointment::booking);
        Slot slot = appointment.invoke(Appointment::slot);
        String note = command.note() == null ? null : vault.seal(command.note(), new AccountId(booking.examinee()));
        Instant releaseAt = appointment.invoke(
                a -> a.judgement().terminate(command.kind(), note, EmbargoPolicy.CURRENT, command.at()));
        registrations.judge(booking, slot, ExamOutcome.INVALID, releaseAt, command.at());
        registrations.useUp(booking, command.at());
        return new Done();
    }

    @CommandHandler
    public Done handle(ReportInterruption command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        appointment.execute(a -> a.judgement().interrupt(command.contentExposed(), command.at()));
        if (!command.contentExposed()) {
            registrations.free(appointment.invoke(Appointment::booking), command.at());
        }
        return new Done();
    }

    /** @throws IllegalStateException while a launched session waits for documents: to be sent again, so nothing is answered for good */
    @CommandHandler
    public Done handle(RecordNoShow command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        if (appointment.invoke(a -> a.miss(command.at()))) {
            registrations.useUp(appointment.invoke(Appointment::booking), command.at());
        }
        return new Done();
    }
}
