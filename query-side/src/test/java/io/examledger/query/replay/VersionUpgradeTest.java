package io.examledger.query.replay;

import static io.examledger.query.Happened.introduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ProjectionSettings;
import io.examledger.query.projection.ProjectionState;
import io.examledger.query.projection.Projections;
import io.examledger.query.subjects.SubjectProjection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given rows of an older version of a projection, then what becomes of them (AUD-3, ADR 0021). */
@ParameterizedClass
@EnumSource
class VersionUpgradeTest {
    private static final Caller OPERATOR = new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR));
    private static final Duration NEVER = Duration.ofDays(1);
    private static final String OLD = "Title of AAA";
    private static final String NEW = "TITLE OF AAA";

    private final Database database;
    private final Raised raised = new Raised();
    private ReadModels models;
    private Node older;
    private Node newer;

    VersionUpgradeTest(Database database) {
        this.database = database;
    }

    /** What replays and projections run on, of one release. */
    private record Node(Projections projections, Replays replays, VersionUpgrade upgrade) {
        ProjectionState state() {
            return projections.states().getFirst();
        }
    }

    @BeforeEach
    void foldByTheFirstVersion() {
        models = new ReadModels(database, new SubjectProjection());
        older = node(new SubjectProjection(), models.projections(), NEVER);
        newer = newer(NEVER);
        models.given(introduced("AAA"));
        older.projections().stop();
    }

    @AfterEach
    void stop() {
        newer.projections().stop();
        models.close();
    }

    @Test
    @DisplayName("AUD-3 rows of an older version are served and folded on until new ones have been built beside them")
    void older_rows_are_served_until_newer_ones_take_their_place() {
        newer.projections().start();
        newer.upgrade().look();
        models.given(introduced("BBB"));

        assertThat(titles()).containsExactly(OLD, "TITLE OF BBB");
        assertThat(newer.state().outdated()).isTrue();
        assertThat(newer.state()).isEqualTo(new ProjectionState("subjects", 2, 1, 2, 0, true, null));

        newer.replays().worker().work();

        assertThat(titles()).containsExactly(NEW, "TITLE OF BBB");
        assertThat(newer.state()).isEqualTo(new ProjectionState("subjects", 2, 2, 2, 0, true, null));
        ReplayView replay = newer.replays().latest().getFirst();
        assertThat(replay.requestedBy()).isEqualTo("system");
        assertThat(replay.status()).as(replay.toString()).isEqualTo(ReplayStatus.DONE);
        assertThat(replay.swapped()).isTrue();
        assertThat(replay.eventsDone()).isEqualTo(replay.eventsTotal()).isEqualTo(2);
        models.given(introduced("CCC"));
        assertThat(titles()).containsExactly(NEW, "TITLE OF BBB", "TITLE OF CCC");
    }

    @Test
    void nodes_that_look_at_once_ask_for_one_rebuild_and_none_once_it_is_done() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> look = () -> {
                newer(NEVER).upgrade().look();
                return true;
            };
            nodes.invokeAll(List.of(look, look, look, look));
        }
        assertThat(newer.replays().latest()).hasSize(1);

        newer.replays().worker().work();
        newer.upgrade().look();

        assertThat(titles()).containsExactly(NEW);
        assertThat(newer.replays().latest()).hasSize(1);
    }

    @Test
    void rebuild_that_failed_leaves_what_is_served_and_is_tried_again_after_a_pause() {
        raised.broken(true);
        newer.upgrade().look();
        newer.replays().worker().work();

        assertThat(newer.replays().latest())
                .singleElement()
                .extracting(ReplayView::status)
                .isEqualTo(ReplayStatus.FAILED);
        assertThat(titles()).containsExactly(OLD);
        assertThat(newer.state().servedVersion()).isOne();
        assertThat(newer.upgrade().failure()).contains("the second version is broken");
        newer.upgrade().look();
        assertThat(newer.replays().latest()).as("after a pause").hasSize(1);

        raised.broken(false);
        newer(Duration.ZERO).upgrade().look();
        newer.replays().worker().work();

        assertThat(newer.replays().latest()).hasSize(2);
        assertThat(titles()).containsExactly(NEW);
        assertThat(newer.upgrade().failure()).isEmpty();
    }

    @Test
    @DisplayName(
            "AUD-3 a rebuild that ends in an error of the machine has failed, and is not begun again without a pause")
    void rebuild_that_ends_in_an_error_has_failed() {
        raised.breaksWith(new StackOverflowError("too deep"));
        newer.upgrade().look();

        assertThatThrownBy(() -> newer.replays().worker().work()).isInstanceOf(StackOverflowError.class);

        assertThat(newer.replays().latest())
                .singleElement()
                .extracting(ReplayView::status)
                .isEqualTo(ReplayStatus.FAILED);
        assertThat(newer.upgrade().failure()).contains("java.lang.StackOverflowError: too deep");
        assertThat(titles()).containsExactly(OLD);
        newer.upgrade().look();
        newer.replays().worker().work();
        assertThat(newer.replays().latest()).as("after a pause").hasSize(1);
    }

    @Test
    void rebuild_that_a_dead_node_left_is_taken_up_and_the_older_rows_are_served_until_then() {
        newer.upgrade().look();
        models.execute("update read_model.replay set status = 'RUNNING', worker = 'dead'");
        newer.upgrade().look();
        assertThat(newer.replays().latest()).hasSize(1);
        assertThat(titles()).containsExactly(OLD);

        newer.replays().worker().work();

        assertThat(titles()).containsExactly(NEW);
        assertThat(newer.state().servedVersion()).isEqualTo(2);
    }

    @Test
    void node_of_an_older_release_leaves_newer_rows_alone() {
        newer.upgrade().look();
        older.replays().worker().work();
        assertThat(newer.replays().latest().getFirst().status())
                .as("not for the older node to do")
                .isEqualTo(ReplayStatus.QUEUED);
        newer.replays().worker().work();

        models.log().append(introduced("BBB"));
        older.projections().start();
        older.upgrade().look();
        ReadModels.awaitThat(() -> older.state().error() != null);

        assertThat(older.state().error()).endsWith("NewerRowsServed");
        assertThat(older.state().servedVersion()).isEqualTo(2);
        assertThat(titles()).containsExactly(NEW);
        String asked = older.replays()
                .request(OPERATOR, new ReplayRequest(null, true), null)
                .replay()
                .replayId();
        older.replays().worker().work();
        assertThat(older.replays().find(asked).status()).isEqualTo(ReplayStatus.QUEUED);
        assertThatThrownBy(() -> new ServedVersions(models.jdbc()).raise(new SubjectProjection()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer version of subjects");

        older.projections().stop();
        newer.projections().start();
        ReadModels.awaitThat(() -> newer.state().position() == 2);
        newer.replays().worker().work();
        assertThat(older.replays().find(asked).equal()).isTrue();
        assertThat(titles()).containsExactly(NEW, "TITLE OF BBB");
    }

    @Test
    void fresh_database_begins_at_the_present_version() {
        try (ReadModels fresh = new ReadModels(database, raised)) {
            fresh.given(introduced("AAA"));
            assertThat(fresh.projections().states().getFirst().servedVersion()).isEqualTo(2);
        }
    }

    private List<String> titles() {
        return models.jdbc()
                .getJdbcTemplate()
                .queryForList("select title from read_model.subject order by code", String.class);
    }

    private Node newer(Duration pause) {
        ProjectionSettings settings =
                new ProjectionSettings(100, Duration.ofMillis(100), Duration.ofSeconds(10), 1, NEVER);
        return node(raised, new Projections(models.runtime(), List.of(raised), settings), pause);
    }

    private Node node(Projection projection, Projections projections, Duration pause) {
        ReplayRuntime runtime = OneProjection.runtime(models, projection);
        Replays replays = runtime.replays();
        return new Node(projections, replays, runtime.versionUpgrade(replays.worker(), pause));
    }
}
