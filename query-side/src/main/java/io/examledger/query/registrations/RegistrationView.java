package io.examledger.query.registrations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.query.accounts.PersonView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registration. What is not there is left out.
 *
 * @param redeemCodeId the code it came of; left out if the place was bought directly
 * @param withdrawnAt when the enterprise took the code back (COD-3), or the order was refunded (REF-1)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationView(
        String registrationId,
        String subject,
        PersonView examinee,
        String orderId,
        @Nullable String redeemCodeId,
        Status status,
        Instant openedAt,
        @Nullable Instant withdrawnAt,
        Instant validUntil) {
    /** Whether the registration still gives a right. */
    public enum Status {
        OPEN,
        WITHDRAWN,
        /** It ended with the order it came from (ORD-4, ORD-8). */
        EXPIRED,
        /** Result released, forfeited, or no-show (COD-7, RES-3). */
        USED
    }
}
