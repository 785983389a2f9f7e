package io.examledger.benchmarks.history;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.subject.SubjectCode;

/** Whose right to sit what the teller tells of. */
final class Registrations {
    private final Teller teller;

    Registrations(Teller teller) {
        this.teller = teller;
    }

    /** A new registration for the subject that the teller knows. */
    void choose(String examinee) {
        teller.know("examinee", examinee)
                .know("registrationId", Teller.newId())
                .know(
                        "candidacyId",
                        new CandidacyId(new AccountId(examinee), new SubjectCode(teller.text("subject"))).toString());
    }
}
