package io.examledger.kernel.candidacy;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens between one examinee and one subject. What appointments do to it is {@link SittingEvent}. */
public sealed interface CandidacyEvent
        permits CandidacyEvent.RegistrationOpened,
                CandidacyEvent.RegistrationWithdrawn,
                CandidacyEvent.RegistrationRefunded,
                CandidacyEvent.RegistrationExpired,
                CandidacyEvent.RegistrationOutlivedOrder,
                CandidacyEvent.RegistrationUsed,
                SittingEvent {
    String candidacyId();

    String examinee();

    String subject();

    String registrationId();

    /** The account that paid for the registration: the enterprise of the code, or the examinee. */
    String owner();

    /**
     * A person got the right to sit the subject once (APT-5: one open registration per person and subject).
     *
     * @param orderId the order that grants it: an individual one, or the enterprise order of the code
     * @param redeemCodeId the bound code; null if the examinee bought the place directly
     * @param validUntil end of the order's validity; a registration never outlives it (ORD-8)
     */
    @EventType(
            value = "candidacy.registration-opened",
            rules = {"APT-5", "ORD-8"})
    record RegistrationOpened(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            @Nullable String redeemCodeId,
            Instant validUntil,
            Instant openedAt)
            implements CandidacyEvent {}

    /** The enterprise took the code back (COD-3). */
    @EventType(value = "candidacy.registration-withdrawn", rules = "COD-3")
    record RegistrationWithdrawn(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String redeemCodeId,
            Instant withdrawnAt)
            implements CandidacyEvent {}

    /** The order that bought the registration is refunded (REF-1). */
    @EventType(value = "candidacy.registration-refunded", rules = "REF-1")
    record RegistrationRefunded(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            Instant refundedAt)
            implements CandidacyEvent {}

    /**
     * The registration has ended with the order that granted it (ORD-4, ORD-8).
     *
     * @param orderId the order that granted it
     * @param redeemCodeId the bound code; null if the examinee bought the place directly
     */
    @EventType(
            value = "candidacy.registration-expired",
            rules = {"ORD-4", "ORD-8"})
    record RegistrationExpired(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            @Nullable String redeemCodeId,
            Instant expiredAt)
            implements CandidacyEvent {}

    /**
     * The validity of the order that bought the registration has ended, and the registration has not: it has an appointment. Once that
     * is withdrawn it ends, whatever instant stands on the command (ORD-4). Registrations by code follow their code.
     */
    @EventType(value = "candidacy.registration-outlived-order", rules = "ORD-4")
    record RegistrationOutlivedOrder(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            Instant outlivedAt)
            implements CandidacyEvent {}

    /** Result released, forfeited, or no-show: the registration is used up (COD-7, RES-3). */
    @EventType(
            value = "candidacy.registration-used",
            rules = {"COD-7", "RES-3"})
    record RegistrationUsed(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant usedAt)
            implements CandidacyEvent {}
}
