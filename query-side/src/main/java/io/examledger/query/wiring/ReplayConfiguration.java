package io.examledger.query.wiring;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.projection.Projections;
import io.examledger.query.replay.ReplayWorker;
import io.examledger.query.replay.Replays;
import io.examledger.query.replay.ReplaysController;
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

    @Bean
    Replays replays(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Projections projections,
            Identifiers identifiers) {
        return new Replays(dataSource, transactions, log, projections.all(), identifiers, SILENCE);
    }

    @Bean
    ReplayWorker replayWorker(Replays replays) {
        return replays.worker();
    }

    @Bean
    ReplaysController replaysController(Replays replays) {
        return new ReplaysController(replays);
    }
}
