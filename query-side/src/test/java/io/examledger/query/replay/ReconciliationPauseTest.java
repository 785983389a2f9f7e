package io.examledger.query.replay;

import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.bills.BillProjection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Given a newer release that folds what is served, then what a node of this one reconciles (PLT-5, ADR 0021). */
@ParameterizedClass
@EnumSource
class ReconciliationPauseTest {
    private static final Caller OPERATOR = new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR));

    private final Database database;
    private ReadModels models;
    private SystemReplays newer;

    ReconciliationPauseTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, new BillProjection());
        models.given(placed("o1", "acme", "AAA", 1), purchased("o1", "acme", "AAA", 1));
        newer = new SystemReplays(models.jdbc(), new ReplayTable(models.jdbc(), new JsonMapper()));
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName("PLT-5 figures are not reconciled while a newer release builds its own beside, or will try to again")
    void newer_release_that_builds_beside_makes_no_false_alarm() {
        foldByTheNewerRelease();
        ReconciliationWorker reconciliation = reconciliation(models.log());

        reconciliation.work();
        assertThat(reconciliation.last()).as("while it is open").isEmpty();

        models.execute("update read_model.replay set status = 'FAILED', finished_at = current_timestamp");
        reconciliation.work();
        assertThat(reconciliation.last()).as("while it will be tried again").isEmpty();

        models.execute("update read_model.replay set finished_at = finished_at - interval '3' hour");
        reconciliation.work();
        assertThat(reconciliation.last().orElseThrow().status()).isEqualTo(ReconciliationView.Status.DIFFERENT);
    }

    @Test
    @DisplayName("PLT-5 what a newer release began to fold while figures were compared is no difference")
    void newer_release_that_begins_meanwhile_makes_no_false_alarm() {
        AtomicBoolean begun = new AtomicBoolean();
        ReconciliationWorker reconciliation = reconciliation(token -> {
            if (begun.compareAndSet(false, true)) {
                foldByTheNewerRelease();
            }
            return models.log().openStream(token);
        });

        reconciliation.work();

        assertThat(begun).isTrue();
        assertThat(reconciliation.last()).isEmpty();
    }

    private void foldByTheNewerRelease() {
        ReplayJob job = new ReplayJob("next", new TreeMap<>(Map.of(BillProjection.NAME, 2)), true);
        assertThat(newer.ask(job, newer.number())).isTrue();
        models.execute("update read_model.bill set total = total + 1");
    }

    @Test
    @DisplayName(
            "PLT-5 figures are not reconciled while a newer release has given them columns that this one does not fill")
    void columns_of_a_newer_release_make_no_false_alarm() {
        ReconciliationWorker reconciliation = reconciliation(models.log());
        reconciliation.work();
        models.execute("alter table read_model.bill add column colour varchar(20)");
        models.execute("update read_model.bill set colour = 'red'");

        reconciliation.work();

        assertThat(reconciliation.last().orElseThrow().status()).isEqualTo(ReconciliationView.Status.RECONCILED);
        assertThat(swapped()).isTrue();
        models.execute("update read_model.bill set total = total + 1");
        reconciliation.work();
        assertThat(reconciliation.last().orElseThrow().differences())
                .as("a replay with a swap adopts the columns")
                .singleElement()
                .satisfies(difference -> assertThat(difference.live()).containsOnlyKeys("total"));
    }

    private boolean swapped() {
        Replays replays = runtime(models.log()).replays();
        String id = replays.request(OPERATOR, new ReplayRequest(null, true), null)
                .replay()
                .replayId();
        replays.worker().work();
        return replays.find(id).swapped();
    }

    private ReconciliationWorker reconciliation(StreamableMessageSource<TrackedEventMessage<?>> log) {
        return runtime(log).reconciliation(Clock.systemUTC(), new ReconciliationSettings(Duration.ofDays(1), 6));
    }

    private ReplayRuntime runtime(StreamableMessageSource<TrackedEventMessage<?>> log) {
        return new ReplayRuntime(
                models.dataSource(),
                models.transactions(),
                log,
                List.of(new BillProjection()),
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(30));
    }
}
