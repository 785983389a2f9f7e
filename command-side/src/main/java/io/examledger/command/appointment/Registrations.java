package io.examledger.command.appointment;

import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.candidacy.RegistrationGrant;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Repository;

/**
 * What an appointment does to the registration: the candidacy and the code of the registration, if there is one, change
 * together (COD-5 to COD-7). An individual order has no part: what may be done to it is asked of the candidacy (REF-1).
 */
public class Registrations {
    private final Candidacies candidacies;
    private final Repository<RedeemCode> redeemCodes;

    public Registrations(Candidacies candidacies, Repository<RedeemCode> redeemCodes) {
        this.candidacies = candidacies;
        this.redeemCodes = redeemCodes;
    }

    /** A registration that has been taken for an appointment, and until when it is valid. */
    public record Reserved(Booking booking, Instant validUntil) {}

    /** APT-5, COD-5, RES-2. */
    public Reserved reserve(CandidacyId id, AppointmentId appointment, DeliveryMode mode, Slot slot, Instant at) {
        RegistrationGrant grant = candidacies.reserve(id, appointment.value(), slot.start(), slot.showUpUntil(), at);
        RedeemCodeId code = grant.redeemCodeId();
        Booking booking = new Booking(
                appointment.value(),
                id.examinee().value(),
                grant.owner().value(),
                id.subject().value(),
                grant.registrationId(),
                grant.orderId().value(),
                code == null ? null : code.value(),
                mode);
        withCode(
                booking,
                c -> c.use().schedule(new AccountId(booking.examinee()), grant.registrationId(), appointment, at));
        return new Reserved(booking, grant.validUntil());
    }

    /** APT-1. */
    public void move(Booking booking, Slot slot, Instant at) {
        candidacies.move(booking.candidacy(), booking.ref(), slot.start(), slot.showUpUntil(), at);
    }

    /** The registration can be scheduled again (COD-6, APT-10). */
    public void free(Booking booking, Instant at) {
        candidacies.free(booking.candidacy(), booking.ref(), at);
        withCode(booking, code -> {
            boolean ends = code.use().unschedule(new AppointmentId(booking.appointmentId()), at);
            if (ends) {
                candidacies.expire(booking.candidacy(), booking.registrationId(), at);
            }
        });
    }

    /** Whoever launched the session has until the exam's end to show who they are. */
    public void launch(Booking booking, Slot slot, Instant at) {
        candidacies.launch(booking.candidacy(), booking.ref(), slot.end(), at);
    }

    /** The examinee sits. */
    public void beginExam(Booking booking, Slot slot, Instant at) {
        candidacies.beginExam(booking.candidacy(), booking.ref(), slot.start(), at);
    }

    /** RES-2, RES-4. */
    public void judge(Booking booking, Slot slot, ExamOutcome outcome, Instant releaseAt, Instant at) {
        candidacies.judge(booking.candidacy(), booking.ref(), outcome, slot.start(), releaseAt, at);
    }

    /** Result released, forfeited, or no-show (COD-7, RES-3). */
    public void useUp(Booking booking, Instant at) {
        candidacies.useUp(booking.candidacy(), booking.ref(), at);
        withCode(booking, code -> code.use().complete(new AppointmentId(booking.appointmentId()), at));
    }

    private void withCode(Booking booking, Consumer<RedeemCode> change) {
        String code = booking.redeemCodeId();
        if (code != null) {
            redeemCodes.load(code).execute(change);
        }
    }
}
