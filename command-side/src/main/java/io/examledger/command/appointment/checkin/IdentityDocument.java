package io.examledger.command.appointment.checkin;

import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.personal.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was shown.
 *
 * @param name first and last, as it stands on the document
 * @param expiresOn last day on which the document is good; null if it has none, or staff have looked themselves
 */
public record IdentityDocument(
        IdentityDocumentType type,
        PersonName name,
        @Nullable LocalDate expiresOn) {
    boolean isGoodOn(LocalDate day) {
        return expiresOn == null || !day.isAfter(expiresOn);
    }
}
