package io.examledger.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.EventTypes;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ProjectionRuntime;
import io.examledger.query.projection.ProjectionSettings;
import io.examledger.query.projection.Projections;
import io.examledger.query.replay.ReconciliationSettings;
import io.examledger.query.replay.ReplayRuntime;
import io.examledger.query.replay.VersionUpgrade;
import io.examledger.query.subjects.SubjectProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What health says of read models that are served and not what they should be. */
@ParameterizedClass
@MethodSource("io.examledger.platform.testing.Databases#both")
class ReadModelHealthTest {
    private static final List<Projection> PROJECTIONS = List.of(new SubjectProjection());
    private static final StreamableMessageSource<TrackedEventMessage<?>> NO_LOG = token -> {
        throw new IllegalStateException("nobody reads the log here");
    };

    private final DataSource database;
    private final ReplayRuntime replays;

    ReadModelHealthTest(DataSource database) {
        this.database = database;
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("read_model")
                .locations("classpath:db/readmodel/common")
                .load()
                .migrate();
        this.replays = new ReplayRuntime(
                database,
                new JdbcTransactionManager(database),
                NO_LOG,
                PROJECTIONS,
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("PLT-5 a reconciliation that has not come to an end for too long is told")
    void overdue_reconciliation_is_down() {
        assertThat(reconciliation(new ReconciliationSettings(Duration.ofDays(1), 6))
                        .getStatus())
                .isEqualTo(Status.UP);

        Health overdue = reconciliation(new ReconciliationSettings(Duration.ofDays(1), 0));
        assertThat(overdue.getStatus()).isEqualTo(Status.DOWN);
        assertThat(overdue.getDetails()).containsKeys("overdue", "faults");
    }

    private Health reconciliation(ReconciliationSettings settings) {
        return new ReconciliationHealth(replays.reconciliation(Clock.systemUTC(), settings), new SimpleMeterRegistry())
                .health();
    }

    @Test
    @DisplayName("AUD-3 rows of an older version are told, and why they are still served")
    void outdated_read_models_are_told() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        assertThat(projections()).doesNotContainKeys("outdated", "rebuildFailed");

        jdbc.update("update read_model.projection set version = 0, position = 7 where name = 'subjects'");
        assertThat(projections())
                .containsEntry("outdated", List.of("subjects: version 0 is served, 1 is being built"))
                .doesNotContainKey("rebuildFailed");

        jdbc.update(
                "insert into read_model.replay (replay_id, requested_by, idempotency_key, projections, versions, swap,"
                        + " status, failure, finished_at) values ('r', 'system', ' version-1', 'subjects', '1', true, 'FAILED',"
                        + " 'broken', current_timestamp)");
        assertThat(projections()).containsEntry("rebuildFailed", "broken");
    }

    private Map<String, Object> projections() {
        ProjectionRuntime runtime = new ProjectionRuntime(
                database,
                new JdbcTransactionManager(database),
                NO_LOG,
                new EventJsonSerializer(new EventTypes()),
                List.of("subjects"));
        Projections projections =
                new Projections(runtime, PROJECTIONS, ProjectionSettings.standard(Duration.ofSeconds(10)));
        VersionUpgrade upgrade = replays.versionUpgrade(replays.replays().worker(), Duration.ofMinutes(1));
        return new ProjectionHealth(projections, upgrade, new SimpleMeterRegistry())
                .health()
                .getDetails();
    }
}
