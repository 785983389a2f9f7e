package io.examledger.query.wiring;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.access.ReadLog;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.exports.ExportSettings;
import io.examledger.query.exports.ExportWorkers;
import io.examledger.query.exports.Exports;
import io.examledger.query.exports.ExportsController;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Exports, and the thread that writes them. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {
    @Bean
    Exports exports(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            CodeStringVault codeStrings,
            PersonalDataVault people,
            LoggedEvents log,
            ReadLog reads,
            ExportSettings settings,
            Identifiers identifiers,
            Clock clock) {
        return new Exports(dataSource, transactions, codeStrings, people, log, reads, settings, identifiers, clock);
    }

    @Bean
    ExportWorkers exportWorkers(Exports exports) {
        return exports.workers();
    }

    @Bean
    ExportsController exportsController(Exports exports) {
        return new ExportsController(exports);
    }
}
