package io.examledger.platform.testing;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.examledger.kernel.access.Role;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Makes tokens under the started system's own key, good ones and bad ones. */
public final class Tokens {
    private static final JwsHeader ES256 =
            JwsHeader.with(SignatureAlgorithm.ES256).build();

    private final NimbusJwtEncoder encoder;

    public Tokens(ApplicationContext context) {
        ResolvableType type = ResolvableType.forClassWithGenerics(JWKSource.class, SecurityContext.class);
        JWKSource<SecurityContext> keys =
                context.<JWKSource<SecurityContext>>getBeanProvider(type).getObject();
        this.encoder = new NimbusJwtEncoder(keys);
    }

    /** A good token with one role; enterprises and examinees get an account of their own. */
    public String of(Role role) {
        JwtClaimsSet.Builder claims = claims(Instant.now().plusSeconds(600)).claim("roles", List.of(role.wireName()));
        if (role == Role.ENTERPRISE || role == Role.EXAMINEE) {
            claims.claim("account_id", "account-of-" + role.wireName());
        }
        return sign(claims);
    }

    public static JwtClaimsSet.Builder claims(Instant expires) {
        return JwtClaimsSet.builder()
                .subject("someone")
                .issuedAt(expires.minusSeconds(3600))
                .expiresAt(expires);
    }

    public String sign(JwtClaimsSet.Builder claims) {
        return encoder.encode(JwtEncoderParameters.from(ES256, claims.build())).getTokenValue();
    }
}
