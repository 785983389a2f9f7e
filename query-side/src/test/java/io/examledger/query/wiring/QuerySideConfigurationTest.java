package io.examledger.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.Database;
import io.examledger.query.EventSerializers;
import io.examledger.query.FakeVaults;
import io.examledger.query.Happened;
import io.examledger.query.ListedLog;
import io.examledger.query.ReadModels;
import io.examledger.query.RuleFigures;
import io.examledger.query.access.PersonalDataReads;
import io.examledger.query.access.ReadLog;
import io.examledger.query.asof.RecordedPositions;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.explanation.PolicyFigures;
import io.examledger.query.exports.ExportSettings;
import io.examledger.query.exports.ExportWorkers;
import io.examledger.query.projection.ProjectionSettings;
import io.examledger.query.projection.ProjectionState;
import io.examledger.query.projection.Projections;
import io.examledger.query.replay.ReconciliationSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;

class QuerySideConfigurationTest {
    @Test
    void import_alone_starts_all_projections_and_every_migrated_row_has_one(@TempDir Path directory) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ProjectionSettings.class, () -> ProjectionSettings.standard(Duration.ofSeconds(10)));
            context.registerBean(ExportSettings.class, () -> new ExportSettings(directory, Duration.ofDays(1)));
            context.registerBean(ReconciliationSettings.class, () -> new ReconciliationSettings(Duration.ofDays(1), 6));
            context.register(Platform.class);
            context.refresh();

            long position = context.getBean(ListedLog.class).append(Happened.introduced("AAA"));
            Projections projections = context.getBean(Projections.class);
            ReadModels.awaitThat(() -> projections.states().stream().allMatch(state -> state.position() == position));

            assertThat(context.getBean(ExportWorkers.class).isRunning()).isTrue();
            assertThat(projections.states())
                    .hasSize(12)
                    .allSatisfy(state -> assertThat(state)
                            .isEqualTo(new ProjectionState(
                                    state.name(), state.version(), state.version(), position, 0, true, null)));
        }
    }

    /** What the platform provides. */
    @Configuration(proxyBeanMethods = false)
    @Import(QuerySideConfiguration.class)
    static class Platform {
        @Bean
        DataSource dataSource() {
            return Database.H2.create();
        }

        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        ListedLog log() {
            return new ListedLog();
        }

        @Bean
        RecordedPositions recordedPositions(ListedLog log) {
            return log::lastPositionAt;
        }

        @Bean
        Serializer eventSerializer() {
            return EventSerializers.json();
        }

        @Bean
        LoggedEvents loggedEvents(ListedLog log) {
            return log::at;
        }

        @Bean
        PolicyFigures policyFigures() {
            return new RuleFigures();
        }

        @Bean
        PersonalDataReads personalDataReads() {
            return accounts -> {};
        }

        @Bean
        ReadLog readLog() {
            return (read, correlation, causation) -> {};
        }

        @Bean
        FakeVaults vaults() {
            return new FakeVaults();
        }

        @Bean
        Identifiers identifiers() {
            return () -> UUID.randomUUID().toString();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
