package io.examledger.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.examledger.platform.demo.DemoAccount;
import io.examledger.platform.demo.DemoCredentials;
import io.examledger.platform.settings.ExamLedgerSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The embedded default's own issuer: tokens for the demo accounts, by client credentials. */
@Configuration(proxyBeanMethods = false)
@Profile("!postgres")
class EmbeddedIssuer {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http) {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(ApiSecurity::harden)
                .build();
    }

    @Bean
    RegisteredClientRepository demoClients(DemoCredentials credentials) {
        List<RegisteredClient> clients =
                credentials.accounts().stream().map(EmbeddedIssuer::client).toList();
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient client(DemoAccount account) {
        ClientSettings.Builder settings =
                ClientSettings.builder().setting(Callers.ROLES, account.role().wireName());
        account.account().ifPresent(id -> settings.setting(Callers.ACCOUNT, id.value()));
        return RegisteredClient.withId(account.name())
                .clientId(account.clientId())
                // Random and as long as a key, so a slow hash would add nothing; Spring replaces it at the first use.
                .clientSecret("{noop}" + account.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(account.role().wireName())
                .clientSettings(settings.build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> callerClaims() {
        return token -> {
            token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            ClientSettings client = token.getRegisteredClient().getClientSettings();
            token.getClaims()
                    .id(UUID.randomUUID().toString())
                    .claim(Callers.ROLES, List.of(client.<String>getSetting(Callers.ROLES)));
            String account = client.getSetting(Callers.ACCOUNT);
            if (account != null) {
                token.getClaims().claim(Callers.ACCOUNT, account);
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(ExamLedgerSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.readOrCreate(settings.dataDir())));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new UnrecordedAuthorizations();
    }

    @Bean
    AuthorizationServerSettings issuerSettings() {
        return AuthorizationServerSettings.builder().build();
    }
}
