package io.examledger.platform.endtoend;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks the signature of each token once. The tests' JVMs have no optimising compiler, and without it that check takes
 * more than a third of all that a request takes.
 */
final class RememberedTokens {
    @Bean
    static BeanPostProcessor rememberingDecoder() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? remembering(decoder) : bean;
            }
        };
    }

    private static JwtDecoder remembering(JwtDecoder decoder) {
        Map<String, Jwt> known = new ConcurrentHashMap<>();
        return token -> known.computeIfAbsent(token, decoder::decode);
    }
}
