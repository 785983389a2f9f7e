package io.examledger.query.wiring;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.projection.Projections;
import io.examledger.query.replay.ReconciliationSettings;
import io.examledger.query.replay.ReconciliationWorker;
import io.examledger.query.replay.ReplayRuntime;
import io.examledger.query.replay.ReplayWorker;
import io.examledger.query.replay.Replays;
import io.examledger.query.replay.ReplaysController;
import io.examledger.query.replay.VersionUpgrade;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Replays, and the thread that does them. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    @Bean
    ReplayRuntime replayRuntime(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Projections projections,
            Identifiers identifiers) {
        return new ReplayRuntime(dataSource, transactions, log, projections.all(), identifiers, SILENCE);
    }

    @Bean
    Replays replays(ReplayRuntime runtime) {
        return runtime.replays();
    }

    @Bean
    ReconciliationWorker reconciliationWorker(ReplayRuntime runtime, Clock clock, ReconciliationSettings settings) {
        return runtime.reconciliation(clock, settings);
    }

    @Bean
    VersionUpgrade versionUpgrade(ReplayRuntime runtime, Replays replays) {
        return runtime.versionUpgrade(replays.worker(), FIRST_PAUSE);
    }

    @Bean
    ReplayWorker replayWorker(Replays replays) {
        return replays.worker();
    }

    @Bean
    ReplaysController replaysController(Replays replays, ReconciliationWorker reconciliation) {
        return new ReplaysController(replays, reconciliation);
    }
}
