package io.examledger.platform.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.examledger.kernel.identity.Identifiers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One clock and one source of identities for the whole process. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    private static final String CLOCK = "examledger.clock";

    /** As fine as both databases keep it, so that what is answered now is what is read later. */
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Bean
    @ConditionalOnProperty(name = CLOCK, havingValue = "system", matchIfMissing = true)
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Bean
    @ConditionalOnProperty(name = CLOCK, havingValue = "simulated")
    SimulatedClock simulatedClock(JdbcClient jdbc) {
        return new SimulatedClock(Clock.tick(Clock.systemUTC(), MICROSECOND), jdbc);
    }

    /** By the system's time: identities sort by when they were really made, the simulated clock aside. */
    @Bean
    Identifiers identifiers() {
        NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();
        return () -> generator.generate().toString();
    }
}
