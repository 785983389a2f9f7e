package io.examledger.platform.architecture.bad.query;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonalDataVault;

record QueryThatOpensNames(PersonalDataVault vault) {
    String name(String sealed, AccountId account) {
        return vault.open(sealed, account).orElse("");
    }
}
