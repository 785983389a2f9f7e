package io.examledger.platform.security;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads callers from tokens: the claim {@code roles} lists wire names of {@link Role}, {@code account_id} names the
 * account. Roles we do not know are ignored.
 */
public final class Callers {
    static final String ROLES = "roles";
    static final String ACCOUNT = "account_id";
    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private static final Set<Role> NEED_AN_ACCOUNT = EnumSet.of(Role.ENTERPRISE, Role.EXAMINEE);

    private Callers() {}

    /**
     * The caller of the request that this thread works for.
     *
     * @throws AccessDeniedException if there is none, or it has no role here
     */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
            throw new AccessDeniedException("the request carries no token");
        }
        Caller caller = of(token);
        if (caller.roles().isEmpty()) {
            throw new AccessDeniedException("the token names no role that is known here");
        }
        return caller;
    }

    /** @throws InvalidBearerTokenException if the claims have another form */
    static Caller of(Jwt token) {
        try {
            Optional<AccountId> account =
                    Optional.ofNullable(token.getClaimAsString(ACCOUNT)).map(AccountId::new);
            List<String> names =
                    Optional.ofNullable(token.getClaimAsStringList(ROLES)).orElse(List.of());
            Set<Role> roles = EnumSet.noneOf(Role.class);
            Arrays.stream(Role.values())
                    .filter(role -> names.contains(role.wireName()))
                    // Whoever buys or sits exams does so for an account; without one the role means nothing.
                    .filter(role -> account.isPresent() || !NEED_AN_ACCOUNT.contains(role))
                    .forEach(roles::add);
            String subject = token.getSubject();
            if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
                throw new InvalidBearerTokenException(
                        "the token's subject must have 1 to " + LONGEST_SUBJECT + " characters");
            }
            return new Caller(subject, account, roles);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("the token's claims have an unexpected form", e);
        }
    }

    static Collection<GrantedAuthority> authoritiesOf(Jwt token) {
        return of(token).roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
