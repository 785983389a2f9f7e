package io.examledger.command.redeemcode.bind;

import io.examledger.command.LoadsTogether;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers an examinee with a code (COD-2).
 *
 * @param redeemCodeId null if nobody holds the digest: the command is decided all the same, so that an unknown code is
 *     refused in the same order of checks as a known one (COD-11)
 * @param digest keyed digest of the string as typed; it may have been replaced since
 */
public record BindRedeemCode(
        @Nullable RedeemCodeId redeemCodeId,
        String digest,
        SubjectCode subject,
        AccountId examinee,
        String registrationId,
        Instant at)
        implements LoadsTogether {
    @Override
    public Set<String> aggregateIds() {
        String candidacyId = candidacy().toString();
        return redeemCodeId == null
                ? Set.of(examinee.value(), candidacyId)
                : Set.of(examinee.value(), candidacyId, redeemCodeId.value());
    }

    CandidacyId candidacy() {
        return new CandidacyId(examinee, subject);
    }
}
