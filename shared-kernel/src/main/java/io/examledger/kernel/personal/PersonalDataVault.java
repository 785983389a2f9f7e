package io.examledger.kernel.personal;

import io.examledger.kernel.account.AccountId;
import java.util.Optional;

/** Keeps personal data out of clear text: each person has a key of their own, and erasure destroys it (AUD-5). */
public interface PersonalDataVault {
    /** Encrypts under the person's key, which is made if there is none yet. */
    String seal(String clear, AccountId person);

    /** Keyed digest, the same for the same text: tells whether two people gave the same, and nothing else. */
    String digest(String clear);

    /** Empty once the person's key has been destroyed. */
    Optional<String> open(String sealed, AccountId person);
}
