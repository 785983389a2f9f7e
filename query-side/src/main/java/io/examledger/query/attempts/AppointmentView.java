package io.examledger.query.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.query.accounts.PersonView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment. What is not there is left out.
 *
 * @param site left out online
 * @param showUpFrom first instant at which the examinee can show up (APT-2)
 * @param showUpUntil last instant at which they can
 * @param result left out until it is released (RES-1)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentView(
        String appointmentId,
        String registrationId,
        String subject,
        @Nullable String title,
        PersonView examinee,
        DeliveryMode deliveryMode,
        String sessionId,
        @Nullable Site site,
        Instant start,
        Instant end,
        Instant showUpFrom,
        Instant showUpUntil,
        AttemptStatus status,
        Instant scheduledAt,
        @Nullable ResultView result) {
    /** @param zone for people, who read local time; name, address and zone are left out until the site is known here */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Site(
            String siteId,
            @Nullable String name,
            @Nullable String address,
            @Nullable String zone) {}
}
