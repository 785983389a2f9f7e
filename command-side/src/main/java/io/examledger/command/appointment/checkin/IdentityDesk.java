package io.examledger.command.appointment.checkin;

import io.examledger.command.Refusals;
import io.examledger.command.appointment.DeliveryPolicy;
import io.examledger.command.appointment.IdentityCheck;
import io.examledger.command.appointment.IdentityCheck.Verdict;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Compares documents with the legal name of an account (APT-3, ACC-3). Names leave it sealed only. */
final class IdentityDesk {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PersonalDataVault vault;

    IdentityDesk(PersonalDataVault vault) {
        this.vault = vault;
    }

    /** @param sealedName the account's legal name, as it was registered */
    IdentityCheck check(
            List<IdentityDocument> documents,
            AccountId examinee,
            String sealedName,
            DeliveryPolicy policy,
            Instant at) {
        LegalName legal = legalName(JSON.readValue(open(sealedName, examinee), PersonName.class));
        String shown = vault.seal(JSON.writeValueAsString(documents), examinee);
        List<IdentityDocumentType> types =
                documents.stream().map(IdentityDocument::type).toList();
        return new IdentityCheck(verdict(documents, legal, policy, at), types, shown);
    }

    private static Verdict verdict(
            List<IdentityDocument> documents, LegalName legal, DeliveryPolicy policy, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<IdentityDocumentType> good = documents.stream()
                .filter(document -> document.isGoodOn(today))
                .map(IdentityDocument::type)
                .distinct()
                .toList();
        if (good.size() < policy.documents() || good.stream().noneMatch(IdentityDocumentType::isGovernmentPhotoId)) {
            return Verdict.DOCUMENTS_MISSING;
        }
        boolean same = documents.stream().allMatch(document -> legal.matches(LegalName.of(document.name())));
        return same ? Verdict.ACCEPTED : Verdict.NAME_MISMATCH;
    }

    private static LegalName legalName(PersonName name) {
        if (name.organisation() != null) {
            throw Refusals.conflict(
                    "account.no-legal-name", "The account is an organisation's, which has no legal name (ACC-3).");
        }
        return LegalName.of(name);
    }

    private String open(String sealedName, AccountId examinee) {
        return vault.open(sealedName, examinee)
                .orElseThrow(() -> Refusals.conflict(
                        "account.erased",
                        "The examinee's data has been erased: there is no name to compare with (AUD-5)."));
    }
}
