package io.examledger.kernel.announcement;

import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * APT-7: what an examinee is told of a reservation, a change and a cancellation. Times are in the zone of the site; online,
 * where nobody knows the examinee's, in UTC. What has to be shown at the exam (APT-3) stands in the text of the mode.
 */
final class AppointmentAnnouncements {
    private AppointmentAnnouncements() {}

    static Announcement of(AppointmentNoticeEvent.Due e) {
        return new Announcement(e.examinee(), kind(e), Set.of(Channel.EMAIL, Channel.SMS), parameters(e), e.dueAt());
    }

    private static AnnouncementKind kind(AppointmentNoticeEvent.Due e) {
        boolean atSite = e.deliveryMode() == DeliveryMode.TEST_CENTER;
        return switch (e.notice()) {
            case SCHEDULED -> atSite ? AnnouncementKind.SCHEDULED_AT_SITE : AnnouncementKind.SCHEDULED_ONLINE;
            case RESCHEDULED -> atSite ? AnnouncementKind.RESCHEDULED_AT_SITE : AnnouncementKind.RESCHEDULED_ONLINE;
            case CANCELLED -> atSite ? AnnouncementKind.CANCELLED_AT_SITE : AnnouncementKind.CANCELLED_ONLINE;
        };
    }

    private static Map<String, String> parameters(AppointmentNoticeEvent.Due e) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("subject", e.subject());
        parameters.put("start", e.start().toString());
        parameters.put("showUpFrom", e.showUpFrom().toString());
        parameters.put("showUpUntil", e.showUpUntil().toString());
        Instant previousStart = e.previousStart();
        if (previousStart != null) {
            parameters.put("previousStart", previousStart.toString());
        }
        Venue venue = e.venue();
        if (venue != null) {
            parameters.put("site", venue.name());
            parameters.put("address", venue.address());
            parameters.put("zone", venue.zone());
        }
        return parameters;
    }
}
