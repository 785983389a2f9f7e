package io.examledger.command.appointment;

import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.site.Venue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an examinee is told of, as the slot is now (APT-7). */
final class Notices {
    private Notices() {}

    static AppointmentNoticeEvent due(
            AppointmentNotice notice,
            Booking b,
            Slot slot,
            @Nullable Instant previousStart,
            @Nullable Venue venue,
            Instant at) {
        return new AppointmentNoticeEvent.Due(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                notice,
                b.deliveryMode(),
                venue,
                slot.start(),
                previousStart,
                slot.showUpFrom(),
                slot.showUpUntil(),
                at);
    }
}
