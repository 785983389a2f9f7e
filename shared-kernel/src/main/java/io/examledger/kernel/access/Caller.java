package io.examledger.kernel.access;

import io.examledger.kernel.account.AccountId;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever a request comes from.
 *
 * @param subject the token's subject: stable, never blank, names the caller in events (AUD-1) and receipts
 * @param account the account acted for; empty for staff
 * @param roles without any, a caller passes no role check
 */
public record Caller(String subject, Optional<AccountId> account, Set<Role> roles) {
    public Caller {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("a caller has a subject");
        }
        roles = Set.copyOf(roles);
    }

    /** Operators and auditors see every account's data (ACC-4). */
    public boolean seesAll() {
        return roles.contains(Role.OPERATOR) || roles.contains(Role.AUDITOR);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * The account for an endpoint that only account holders may call.
     *
     * @throws IllegalStateException if the caller has none: the endpoint's role check let the wrong caller in
     */
    public AccountId ownAccount() {
        return account.orElseThrow(() -> new IllegalStateException("the caller acts for no account"));
    }
}
