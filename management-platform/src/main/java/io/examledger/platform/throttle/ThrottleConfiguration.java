package io.examledger.platform.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import io.examledger.command.redeemcode.bind.GuessLimit;
import io.examledger.platform.settings.ExamLedgerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {
    @Bean
    GuessLimit guessLimit(ExamLedgerSettings settings) {
        return new BucketGuessLimit(settings.guesses(), Ticker.systemTicker());
    }
}
