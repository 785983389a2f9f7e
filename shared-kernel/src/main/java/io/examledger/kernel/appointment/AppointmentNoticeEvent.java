package io.examledger.kernel.appointment;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an examinee is told of an appointment; events of the appointment, stored with the reservation, the change or the
 * cancellation. The place is what the site was then.
 */
public sealed interface AppointmentNoticeEvent {
    String appointmentId();

    String examinee();

    /** The account that paid for the registration: the enterprise of the code, or the examinee. */
    String owner();

    String subject();

    String registrationId();

    /**
     * APT-7.
     *
     * @param venue null online
     * @param start of the exam; the new one after a change, the former one after a cancellation
     * @param previousStart null if there was no change
     * @param showUpFrom first instant at which the examinee can show up (APT-2)
     * @param showUpUntil last instant at which they can
     */
    @EventType(value = "appointment-notice.due", rules = "APT-7")
    record Due(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            AppointmentNotice notice,
            DeliveryMode deliveryMode,
            @Nullable Venue venue,
            Instant start,
            @Nullable Instant previousStart,
            Instant showUpFrom,
            Instant showUpUntil,
            Instant dueAt)
            implements AppointmentNoticeEvent {}
}
