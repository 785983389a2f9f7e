package io.examledger.command.appointment;

import io.examledger.kernel.appointment.IdentityDocumentType;
import java.util.List;

/**
 * What came of looking at somebody's identity documents.
 *
 * @param documents the documents, encrypted under the examinee's own key
 */
public record IdentityCheck(Verdict verdict, List<IdentityDocumentType> types, String documents) {
    public IdentityCheck {
        types = List.copyOf(types);
    }

    /** Whether the examinee may sit. */
    public enum Verdict {
        ACCEPTED,
        /** APT-3: others can be shown as long as it is not too late. */
        DOCUMENTS_MISSING,
        /** ACC-3: the attempt is over. */
        NAME_MISMATCH
    }
}
