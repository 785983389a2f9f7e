package io.examledger.platform.query;

import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.platform.settings.ExamLedgerSettings;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.asof.RecordedPositions;
import io.examledger.query.exports.ExportSettings;
import io.examledger.query.projection.ProjectionSettings;
import io.examledger.query.replay.ReconciliationSettings;
import io.examledger.query.wiring.QuerySideConfiguration;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Read models, their endpoints and their exports. */
@ForRole(NodeRole.QUERY)
@Configuration(proxyBeanMethods = false)
@Import(QuerySideConfiguration.class)
class QueryConfiguration {
    private static final Duration KEEP_EXPORTS = Duration.ofDays(1);

    @Bean
    ProjectionSettings projectionSettings(ExamLedgerSettings settings) {
        return ProjectionSettings.standard(settings.claimTimeout());
    }

    @Bean
    RecordedPositions recordedPositions(LedgerEventStorageEngine log) {
        return log::lastPositionAt;
    }

    @Bean
    ExportSettings exportSettings(ExamLedgerSettings settings) {
        return new ExportSettings(settings.dataDir().resolve("exports"), KEEP_EXPORTS);
    }

    @Bean
    ReconciliationSettings reconciliationSettings(ExamLedgerSettings settings) {
        return new ReconciliationSettings(settings.reconcileEvery(), settings.reconcileOverdueAfter());
    }
}
