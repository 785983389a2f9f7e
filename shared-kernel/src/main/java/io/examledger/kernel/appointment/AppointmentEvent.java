package io.examledger.kernel.appointment;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an appointment. Each event names examinee, owner, subject and registration, so that it can be read alone.
 * What happens on the exam day is {@link ExamDayEvent}. What the exam came to is a family of its own, {@link ExamResultEvent},
 * because it may not be seen at once.
 */
public sealed interface AppointmentEvent
        permits AppointmentEvent.Scheduled, AppointmentEvent.Rescheduled, AppointmentEvent.Cancelled, ExamDayEvent {
    String appointmentId();

    String examinee();

    /** The account that paid for the registration: the enterprise of the code, or the examinee. */
    String owner();

    String subject();

    String registrationId();

    /**
     * COD-5.
     *
     * @param redeemCodeId the code of the registration; null if the examinee bought the place directly
     * @param siteId null online
     * @param showUpFrom first instant at which the examinee can show up (APT-2)
     * @param showUpUntil last instant at which they can; whoever has not is a no-show after it
     * @param validUntil end of the order's validity
     * @param consents what was accepted beforehand, in which version and when (APT-6)
     * @param authorizationDigest keyed digest of the authorization code; null at a test center, as is the sealed code
     * @param authorizationSealed the authorization code, encrypted for the examinee's eyes
     * @param policyVersion version of the delivery mode's policy
     */
    @EventType(
            value = "appointment.scheduled",
            rules = {"APT-2", "APT-3", "APT-5", "APT-6", "COD-5"})
    record Scheduled(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            String orderId,
            @Nullable String redeemCodeId,
            DeliveryMode deliveryMode,
            String sessionId,
            @Nullable String siteId,
            Instant start,
            Instant end,
            Instant showUpFrom,
            Instant showUpUntil,
            Instant validUntil,
            List<Consent> consents,
            @Nullable String authorizationDigest,
            @Nullable String authorizationSealed,
            int policyVersion,
            Instant scheduledAt)
            implements AppointmentEvent {
        public Scheduled {
            consents = List.copyOf(consents);
        }
    }

    /**
     * APT-1.
     *
     * @param fee for being late; null if it was in time
     * @param policyVersion version of the policy that decided fee and windows
     */
    @EventType(value = "appointment.rescheduled", rules = "APT-1")
    record Rescheduled(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            Instant previousStart,
            String sessionId,
            @Nullable String siteId,
            Instant start,
            Instant end,
            Instant showUpFrom,
            Instant showUpUntil,
            @Nullable Money fee,
            int policyVersion,
            Instant rescheduledAt)
            implements AppointmentEvent {}

    /**
     * APT-1.
     *
     * @param fee for being late; null if it was in time
     * @param policyVersion version of the policy that decided the fee
     */
    @EventType(
            value = "appointment.cancelled",
            rules = {"APT-1", "COD-6"})
    record Cancelled(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            Instant start,
            @Nullable Money fee,
            int policyVersion,
            Instant cancelledAt)
            implements AppointmentEvent {}
}
