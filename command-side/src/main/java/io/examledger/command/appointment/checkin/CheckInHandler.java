package io.examledger.command.appointment.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.command.account.Account;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Booking;
import io.examledger.command.appointment.DeliveryPolicy;
import io.examledger.command.appointment.IdentityCheck;
import io.examledger.command.appointment.Registrations;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonalDataVault;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Admits examinees who are who they say; a wrong name ends the attempt (ACC-3). */
public class CheckInHandler {
    private final Repository<Appointment> appointments;
    private final Repository<Account> accounts;
    private final Registrations registrations;
    private final IdentityDesk desk;

    public CheckInHandler(
            Repository<Appointment> appointments,
            Repository<Account> accounts,
            Registrations registrations,
            PersonalDataVault vault) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.registrations = registrations;
        this.desk = new IdentityDesk(vault);
    }

    @CommandHandler
    public Admission handle(CheckIn command) {
        Aggregate<Appointment> appointment =
                appointments.load(command.appointmentId().value());
        appointment.execute(a -> a.requireCheckInTime(command.at()));
        Booking booking = appointment.invoke(Appointment::booking);
        IdentityCheck check = check(command, booking);
        appointment.execute(a -> a.checkIn(check, command.at()));
        return switch (check.verdict()) {
            case ACCEPTED -> {
                begin(appointment, booking, command.at());
                yield new Admission(true, null);
            }
            case DOCUMENTS_MISSING -> new Admission(false, "identity.documents-missing");
            case NAME_MISMATCH -> {
                registrations.useUp(booking, command.at());
                yield new Admission(false, "identity.name-mismatch");
            }
        };
    }

    private IdentityCheck check(CheckIn command, Booking booking) {
        String name = accounts.load(booking.examinee()).invoke(Account::sealedName);
        return desk.check(
                command.documents(),
                new AccountId(booking.examinee()),
                name,
                DeliveryPolicy.of(booking.deliveryMode()),
                command.at());
    }

    /** Online the session has to be launched as well. */
    private void begin(Aggregate<Appointment> appointment, Booking booking, Instant at) {
        if (appointment.invoke(Appointment::sits)) {
            registrations.beginExam(booking, appointment.invoke(Appointment::slot), at);
        }
    }

    /**
     * The answer.
     *
     * @param reason {@code identity.documents-missing}: others can be shown while there is time (APT-3);
     *     {@code identity.name-mismatch}: the attempt is over (ACC-3); null if admitted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Admission(boolean admitted, @Nullable String reason) {}
}
