package io.examledger.platform.demo;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.platform.settings.ExamLedgerSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** The embedded default's accounts. */
@Configuration(proxyBeanMethods = false)
@Profile("!postgres")
class DemoConfiguration {
    @Bean
    DemoCredentials demoCredentials(ExamLedgerSettings settings, Identifiers identifiers) {
        return DemoCredentials.readOrCreate(settings.dataDir(), identifiers);
    }

    /** Before the first request is answered; a node without the command side has nothing to register with. */
    @Bean
    @Order(100)
    ApplicationRunner registerDemoAccounts(DemoCredentials credentials, ObjectProvider<DemoAccounts> accounts) {
        return arguments -> accounts.ifAvailable(registry -> registry.ensureRegistered(credentials.accounts().stream()
                .filter(account -> account.account().isPresent())
                .toList()));
    }
}
