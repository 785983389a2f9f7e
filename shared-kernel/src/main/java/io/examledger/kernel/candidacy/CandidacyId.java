package io.examledger.kernel.candidacy;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.subject.SubjectCode;

/** Identity of a candidacy: the examinee and the subject together, so that there is only one for both. */
public record CandidacyId(AccountId examinee, SubjectCode subject) {
    /** The aggregate's identifier. */
    @Override
    public String toString() {
        return examinee + ":" + subject;
    }
}
