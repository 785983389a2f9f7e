package io.examledger.query.replay;

import static io.examledger.query.Happened.introduced;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.projection.Projection;
import io.examledger.query.subjects.SubjectProjection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given a release that was set back, then how the older one gets to its own rows again (AUD-3, ADR 0021). */
@ParameterizedClass
@EnumSource
class SetBackTest {
    private static final Caller OPERATOR = new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR));
    private static final Duration NEVER = Duration.ofDays(1);

    private final Database database;
    private ReadModels models;
    private Node older;
    private Node newer;

    SetBackTest(Database database) {
        this.database = database;
    }

    private record Node(Replays replays, VersionUpgrade upgrade) {}

    @BeforeEach
    void foldByTheFirstVersion() {
        models = new ReadModels(database, new SubjectProjection());
        models.given(introduced("AAA"));
        older = node(new SubjectProjection(), NEVER);
        newer = node(new Raised(), NEVER);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void rebuild_that_takes_a_newer_release_does_not_keep_an_older_one_from_its_own() {
        newer.upgrade().look();
        setBack();

        older.upgrade().look();
        older.replays().worker().work();

        assertThat(older.replays().latest())
                .extracting(ReplayView::status)
                .containsExactlyInAnyOrder(ReplayStatus.QUEUED, ReplayStatus.DONE);
        assertThat(version()).isOne();
        older.upgrade().look();
        assertThat(older.replays().latest()).hasSize(2);
    }

    @Test
    @DisplayName(
            "AUD-3 an older release rebuilds its own rows where a newer one has added columns, which stay and are empty")
    void older_release_rebuilds_beside_the_columns_of_a_newer_one() {
        models.execute("alter table read_model.subject add column colour varchar(20) default 'red' not null");
        models.execute("alter table read_model.subject add column failed bigint");
        models.execute("alter table read_model.subject add column mended_at timestamp(6) with time zone");
        newer.upgrade().look();
        newer.replays().worker().work();
        models.execute("update read_model.subject set colour = 'blue', failed = 1, mended_at = current_timestamp");
        assertThat(title()).isEqualTo("TITLE OF AAA");

        setBack();
        older.upgrade().look();
        older.replays().worker().work();

        assertThat(older.replays().latest())
                .allSatisfy(replay -> assertThat(replay.failure()).isNull());
        assertThat(title()).isEqualTo("Title of AAA");
        assertThat(version()).isOne();
        assertThat(models.number("select count(*) from read_model.subject"
                        + " where colour = 'red' and failed is null and mended_at is null"))
                .isOne();
        assertThat(compared(older))
                .as("what is served is what this release gives")
                .isTrue();

        Node again = node(new Raised(), Duration.ZERO);
        again.upgrade().look();
        again.replays().worker().work();
        assertThat(title()).as("started again").isEqualTo("TITLE OF AAA");
    }

    @Test
    void columns_that_no_older_release_can_fill_are_told_of() {
        models.execute("alter table read_model.subject add column colour varchar(20) default 'red' not null");
        models.execute("alter table read_model.subject alter column colour drop default");

        setBack();
        older.upgrade().look();
        older.replays().worker().work();

        assertThat(older.upgrade().failure().orElseThrow()).contains("columns of read_model.subject");
        assertThat(title()).isEqualTo("Title of AAA");
    }

    private static boolean compared(Node node) {
        String asked = node.replays()
                .request(OPERATOR, new ReplayRequest(null, false), null)
                .replay()
                .replayId();
        node.replays().worker().work();
        return Boolean.TRUE.equals(node.replays().find(asked).equal());
    }

    /** As the operators' guide says. */
    private void setBack() {
        models.execute("update read_model.projection set version = 0 where name in ('subjects')");
    }

    private long version() {
        return models.number("select version from read_model.projection where name = 'subjects'");
    }

    private String title() {
        return String.valueOf(models.jdbc()
                .getJdbcTemplate()
                .queryForObject("select title from read_model.subject where code = 'AAA'", String.class));
    }

    private Node node(Projection projection, Duration pause) {
        ReplayRuntime runtime = OneProjection.runtime(models, projection);
        Replays replays = runtime.replays();
        return new Node(replays, runtime.versionUpgrade(replays.worker(), pause));
    }
}
