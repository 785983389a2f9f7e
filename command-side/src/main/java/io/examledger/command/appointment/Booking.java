package io.examledger.command.appointment;

import io.examledger.command.Refusals;
import io.examledger.command.candidacy.AppointmentRef;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * Whose appointment it is, and which registration it uses up. It stays the same for the appointment's life.
 *
 * @param owner the account that paid for the registration
 * @param redeemCodeId null if the examinee bought the place directly
 */
public record Booking(
        String appointmentId,
        String examinee,
        String owner,
        String subject,
        String registrationId,
        String orderId,
        @Nullable String redeemCodeId,
        DeliveryMode deliveryMode) {
    static final Booking NONE = new Booking("", "", "", "", "", "", null, DeliveryMode.TEST_CENTER);

    public CandidacyId candidacy() {
        return new CandidacyId(new AccountId(examinee), new SubjectCode(subject));
    }

    /** Foreign is unknown. */
    void requireExaminee(AccountId account) {
        if (!examinee.equals(account.value())) {
            throw Refusals.notFound();
        }
    }

    AppointmentRef ref() {
        return new AppointmentRef(appointmentId, registrationId, owner);
    }
}
