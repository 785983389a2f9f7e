package io.examledger.command.appointment;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the events of an appointment from its values, and reads the values from them. */
final class BookedEvents {
    private BookedEvents() {}

    static AppointmentEvent scheduled(
            Booking b,
            Slot slot,
            Instant validUntil,
            List<Consent> consents,
            @Nullable NewAuthorizationCode code,
            Instant at) {
        return new AppointmentEvent.Scheduled(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                b.orderId(),
                b.redeemCodeId(),
                b.deliveryMode(),
                slot.sessionId().value(),
                slot.siteId(),
                slot.start(),
                slot.end(),
                slot.showUpFrom(),
                slot.showUpUntil(),
                validUntil,
                consents,
                code == null ? null : code.digest(),
                code == null ? null : code.sealed(),
                DeliveryPolicy.of(b.deliveryMode()).version(),
                at);
    }

    static Booking booking(AppointmentEvent.Scheduled e) {
        return new Booking(
                e.appointmentId(),
                e.examinee(),
                e.owner(),
                e.subject(),
                e.registrationId(),
                e.orderId(),
                e.redeemCodeId(),
                e.deliveryMode());
    }

    static Slot slot(AppointmentEvent.Scheduled e) {
        return new Slot(
                new ExamSessionId(e.sessionId()), e.siteId(), e.start(), e.end(), e.showUpFrom(), e.showUpUntil());
    }

    static Slot slot(AppointmentEvent.Rescheduled e) {
        return new Slot(
                new ExamSessionId(e.sessionId()), e.siteId(), e.start(), e.end(), e.showUpFrom(), e.showUpUntil());
    }

    static AppointmentEvent rescheduled(Booking b, Slot from, Slot to, @Nullable Money fee, Instant at) {
        return new AppointmentEvent.Rescheduled(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                from.start(),
                to.sessionId().value(),
                to.siteId(),
                to.start(),
                to.end(),
                to.showUpFrom(),
                to.showUpUntil(),
                fee,
                DeliveryPolicy.of(b.deliveryMode()).version(),
                at);
    }

    static AppointmentEvent cancelled(Booking b, Slot slot, @Nullable Money fee, Instant at) {
        return new AppointmentEvent.Cancelled(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                slot.start(),
                fee,
                DeliveryPolicy.of(b.deliveryMode()).version(),
                at);
    }

    static AppointmentEvent checkedIn(Booking b, IdentityCheck check, Instant at) {
        return new ExamDayEvent.CheckedIn(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                check.types(),
                check.documents(),
                at);
    }

    static AppointmentEvent identityRejected(Booking b, IdentityCheck check, Instant at) {
        return new ExamDayEvent.IdentityRejected(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                check.types(),
                check.documents(),
                at);
    }

    static AppointmentEvent launched(Booking b, Instant at) {
        return new ExamDayEvent.Launched(
                b.appointmentId(), b.examinee(), b.owner(), b.subject(), b.registrationId(), at);
    }

    static AppointmentEvent missed(Booking b, Instant since, Instant at) {
        return new ExamDayEvent.Missed(
                b.appointmentId(), b.examinee(), b.owner(), b.subject(), b.registrationId(), since, at);
    }

    static AppointmentEvent terminated(Booking b, String kind, @Nullable String note, Instant at) {
        return new ExamDayEvent.Terminated(
                b.appointmentId(), b.examinee(), b.owner(), b.subject(), b.registrationId(), kind, note, at);
    }

    static AppointmentEvent interrupted(Booking b, boolean contentExposed, Instant at) {
        return new ExamDayEvent.Interrupted(
                b.appointmentId(), b.examinee(), b.owner(), b.subject(), b.registrationId(), contentExposed, at);
    }
}
