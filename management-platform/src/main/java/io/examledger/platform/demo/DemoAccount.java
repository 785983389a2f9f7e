package io.examledger.platform.demo;

import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import java.util.Optional;

/**
 * Someone to try the system as.
 *
 * @param name in the credentials file
 * @param role the one role the token will carry
 * @param account empty for staff
 * @param clientId for the client credentials grant
 * @param clientSecret random, never shown but in the credentials file
 */
public record DemoAccount(String name, Role role, Optional<AccountId> account, String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "DemoAccount[" + name + "]";
    }
}
