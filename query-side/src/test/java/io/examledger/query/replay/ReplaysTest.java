package io.examledger.query.replay;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.YearOfEvents;
import io.examledger.query.projection.Projection;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given served tables, then what a replay of the history says about them (AUD-3, PLT-5). */
@ParameterizedClass
@EnumSource
class ReplaysTest {
    private static final Caller OPERATOR = new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR));

    private static final ReconciliationSettings DAILY = new ReconciliationSettings(Duration.ofDays(1), 6);

    private final Database database;
    private ReadModels models;
    private ReplayRuntime runtime;
    private Replays replays;

    ReplaysTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
        List<Object> year = YearOfEvents.all();
        for (Object event : year.subList(0, year.size() - 1)) {
            models.log().at(models.log().lastRecorded().plusSeconds(1));
            models.log().append(event);
        }
        models.given(year.getLast());
        runtime = new ReplayRuntime(
                models.dataSource(),
                models.transactions(),
                models.log(),
                models.projections().all(),
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(30));
        replays = runtime.replays();
        replays.worker().start();
    }

    @AfterEach
    void stop() {
        replays.worker().stop();
        models.close();
    }

    @Test
    @DisplayName("AUD-3 what is served is equal to what history gives, table by table")
    void untouched_tables_are_equal() {
        ReplayView replay = replay(false);

        assertThat(replay.equal()).isTrue();
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.eventsDone())
                .isEqualTo(replay.eventsTotal())
                .isEqualTo(YearOfEvents.all().size());
        assertThat(replay.tables()).extracting(TableView::table).containsExactlyElementsOf(tables());
        assertThat(replay.tables()).allSatisfy(table -> {
            assertThat(table.rows()).as(table.table()).isPositive();
            assertThat(table.live()).isEqualTo(table.rebuilt());
        });
    }

    @Test
    @DisplayName("AUD-3 what is written while a replay rebuilds and compares is in both")
    void replay_beside_writers_is_equal() {
        String id = requested(new ReplayRequest(null, false));
        for (int order = 0; replays.find(id).finishedAt() == null; order++) {
            models.given(placed("beside-" + order, "acme", "AAA", 1));
        }

        assertThat(finished(id).equal()).isTrue();
    }

    @Test
    @DisplayName("AUD-3 a wrong row in any table is found and named, and so is the event that it does not follow")
    void wrong_rows_are_named() {
        Planted planted = new Planted(models);
        List<Map<String, String>> keys = tables().stream()
                .map(planted::wrongRow)
                .filter(key -> !key.isEmpty())
                .toList();

        ReplayView replay = replay(false);

        assertNamed(replay, Difference.Kind.WRONG, keys);
        assertThat(replay.differences()).allSatisfy(difference -> {
            assertThat(difference.live()).hasSize(1);
            assertThat(difference.live()).isNotEqualTo(difference.rebuilt());
            assertThat(difference.explainedBy()).as(difference.toString()).isNotNull();
        });
    }

    @Test
    @DisplayName("AUD-3 a missing row in any table is found and named, and so is the event that made it")
    void missing_rows_are_named() {
        Planted planted = new Planted(models);
        List<Map<String, String>> keys =
                tables().stream().map(planted::missingRow).toList();

        ReplayView replay = replay(false);

        assertNamed(replay, Difference.Kind.MISSING, keys);
        assertThat(replay.differences())
                .allSatisfy(difference -> assertThat(difference.explainedBy())
                        .as(difference.toString())
                        .isNotNull());
    }

    @Test
    @DisplayName("AUD-3 an extra row in any table is found and named; no event made it")
    void extra_rows_are_named() {
        Planted planted = new Planted(models);
        List<Map<String, String>> keys =
                tables().stream().map(planted::extraRow).toList();

        ReplayView replay = replay(false);

        assertNamed(replay, Difference.Kind.EXTRA, keys);
        assertThat(replay.differences())
                .allSatisfy(difference -> assertThat(difference.explainedBy()).isNull());
    }

    @Test
    @DisplayName("AUD-3 a row that missed an event is explained by that event")
    void row_that_stayed_behind_is_explained_by_the_event_it_missed() {
        String placed = "status = 'PENDING', paid_at = null, valid_until = null";
        models.execute("update read_model.bill set " + placed + ", refund_status = null, refund_amount = null,"
                + " refund_requested_at = null, refund_settled_at = null, issued = 0, unused = 0, bound = 0,"
                + " scheduled = 0, completed = 0, refunded = 0 where order_id = 'o1'");

        Difference difference = replay(false).differences().getFirst();

        assertThat(difference.table()).isEqualTo("bill");
        assertThat(explaining(difference)).isEqualTo("Purchased");
    }

    @Test
    @DisplayName("AUD-2 AUD-3 what a row was is explained by the event that made it so, or by the one that replaced it")
    void past_versions_are_explained() {
        String paid = " where order_id = 'o1' and status = 'PAID' and refund_status is null";
        assertThat(models.number("select count(*) from read_model.bill_version" + paid))
                .isPositive();
        models.execute("update read_model.bill_version set paid_at = null" + paid);
        models.execute("delete from read_model.bill_version where order_id = 'o1' and status = 'PENDING'");

        List<Difference> differences = replay(false).differences();

        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.table()).isEqualTo("bill_version");
            assertThat(explaining(difference)).as(difference.toString()).isEqualTo("Purchased");
        });
        assertThat(differences).extracting(Difference::kind).contains(Difference.Kind.MISSING, Difference.Kind.WRONG);
    }

    private String explaining(Difference difference) {
        assertThat(difference.explainedBy()).as(difference.toString()).isNotNull();
        return models.log()
                .at(difference.explainedBy().position())
                .getPayload()
                .getClass()
                .getSimpleName();
    }

    @Test
    @DisplayName("AUD-3 rebuilt tables take the place of the served ones, which go on from there")
    void swap_repairs_what_is_served() {
        Planted planted = new Planted(models);
        tables().forEach(planted::wrongRow);

        ReplayView swapped = replay(true);

        assertThat(swapped.equal()).isFalse();
        assertThat(swapped.swapped()).isTrue();
        models.given(introduced("CCC"), placed("o3", "acme", "CCC", 1));
        assertThat(models.number("select count(*) from read_model.bill where order_id = 'o3'"))
                .isOne();
        ReplayView after = replay(false);
        assertThat(after.differences()).isEmpty();
        assertThat(after.equal()).isTrue();
    }

    @Test
    @DisplayName("AUD-3 swapped tables have every index and constraint of those that they replace")
    void swapped_tables_have_the_same_indexes() {
        List<String> before = indexes();

        assertThat(replay(true).swapped()).isTrue();
        // H2 cannot list indexes while the worker drops the rest of them.
        ReadModels.awaitThat(() ->
                models.number("select count(*) from information_schema.schemata where schema_name = 'read_model_next'")
                        == 0);

        assertThat(indexes()).isNotEmpty().containsExactlyElementsOf(before);
    }

    private List<String> indexes() {
        String select = database == Database.H2 ? """
                select i.table_name, i.index_type_name, i.is_generated, c.column_name, c.ordinal_position
                from information_schema.indexes i
                join information_schema.index_columns c
                  on c.index_schema = i.index_schema and c.index_name = i.index_name
                where i.table_schema = 'read_model'
                order by 1, 2, 3, 5, 4
                """ : """
                    select indexname, indexdef, coalesce(pg_get_constraintdef(k.oid), '') as constraint_text
                    from pg_indexes
                    left join pg_constraint k
                      on k.conname = indexname and k.connamespace = 'read_model'::regnamespace
                    where schemaname = 'read_model'
                    order by 1
                    """;
        return models.rows(select).stream().map(Object::toString).toList();
    }

    @Test
    @DisplayName("AUD-3 what was parked is served after a swap, once it can be folded")
    void swap_empties_the_dead_letters() {
        models.execute("insert into read_model.dead_letter (dead_letter_id, projection, sequence_identifier,"
                + " sequence_index, message_type, event_id, event_time, payload_type, payload, enqueued_at)"
                + " values ('d', 'bills', 'o9', 0, 't', 'e', 'then', 'p', '', 'then')");

        assertThat(replay(true).swapped()).isTrue();

        assertThat(models.number("select count(*) from read_model.dead_letter")).isZero();
    }

    @Test
    @DisplayName("AUD-3 a reader of the tables does not have to give way, and does not make the swap fail")
    void swap_waits_for_readers() throws Exception {
        try (Connection reader = models.dataSource().getConnection();
                Statement select = reader.createStatement()) {
            reader.setAutoCommit(false);
            assertThat(select.executeQuery("select * from read_model.bill").next())
                    .isTrue();
            String id = requested(new ReplayRequest(null, true));
            ReadModels.awaitThat(() -> replays.find(id).tables().size() == tables().size());
            TimeUnit.SECONDS.sleep(1);
            reader.commit();
            assertThat(finished(id).swapped()).isTrue();
        }
    }

    @Test
    void waiting_replays_are_limited() {
        replays.worker().stop();
        for (int i = 0; i < 5; i++) {
            requested(new ReplayRequest(List.of("sites"), false));
        }
        assertThatThrownBy(() -> requested(new ReplayRequest(List.of("sites"), false)))
                .isInstanceOf(TooManyReplays.class);
    }

    @Test
    void replay_of_one_projection_leaves_the_others_alone() {
        ReplayView replay = done(new ReplayRequest(List.of("bills"), false));
        assertThat(replay.tables())
                .extracting(TableView::table)
                .containsExactly("bill", "bill_version", "bill_part", "bill_refund_part");
    }

    @Test
    @DisplayName("PLT-5 AUD-3 the reconciliation reads on from where it was, and finds what is not what history gives")
    void reconciliation_finds_what_differs() {
        ReconciliationWorker reconciliation = runtime.reconciliation(Clock.systemUTC(), DAILY);
        reconciliation.work();
        ReconciliationView first = reconciliation.last().orElseThrow();
        assertThat(first.status()).as(first.toString()).isEqualTo(ReconciliationView.Status.RECONCILED);
        assertThat(first.position()).isEqualTo(YearOfEvents.all().size());
        assertThat(reconciliation.faults()).contains(0);

        models.given(placed("o3", "acme", "AAA", 1));
        models.execute("update read_model.overview set purchased = purchased + 1 where seen_by = 'OWNER'");
        reconciliation.work();

        ReconciliationView second = reconciliation.last().orElseThrow();
        assertThat(second.status()).isEqualTo(ReconciliationView.Status.DIFFERENT);
        assertThat(second.position()).isEqualTo(first.position() + 1);
        assertThat(second.differences()).extracting(Difference::table).containsOnly("overview");
        assertThat(second.sums()).allMatch(sum -> sum.violations() == 0);
        assertThat(reconciliation.faults().orElseThrow()).isPositive();
    }

    @Test
    @DisplayName("PLT-5 AUD-3 figures of an older version are not reconciled, but rebuilt beside and exchanged")
    void figures_of_an_older_version_are_exchanged_and_then_reconciled() {
        models.execute("update read_model.projection set version = 0");
        ReconciliationWorker reconciliation = runtime.reconciliation(Clock.systemUTC(), DAILY);
        reconciliation.work();
        assertThat(reconciliation.last()).isEmpty();

        runtime.versionUpgrade(replays.worker(), Duration.ofDays(1)).look();

        ReplayView upgrade = finished(replays.latest().getFirst().replayId());
        assertThat(upgrade.requestedBy()).isEqualTo("system");
        assertThat(upgrade.swapped()).isTrue();
        assertThat(upgrade.tables()).extracting(TableView::table).containsExactlyElementsOf(tables());
        assertThat(models.number("select min(version) from read_model.projection"))
                .isOne();
        ReadModels.awaitThat(() -> {
            // Not while the swap still holds what it compares with.
            reconciliation.work();
            return reconciliation.last().isPresent();
        });
        assertThat(reconciliation.last().orElseThrow().status()).isEqualTo(ReconciliationView.Status.RECONCILED);
    }

    @Test
    void reconciliation_that_does_not_come_to_an_end_for_too_long_is_overdue() {
        ReconciliationWorker patient = runtime.reconciliation(Clock.systemUTC(), DAILY);
        ReconciliationWorker strict =
                runtime.reconciliation(Clock.systemUTC(), new ReconciliationSettings(Duration.ofSeconds(1), 0));
        assertThat(patient.overdue()).as("has just been started").isEmpty();
        assertThat(strict.overdue()).as("none yet").isPresent();

        ReconciliationWorker restless =
                runtime.reconciliation(Clock.systemUTC(), new ReconciliationSettings(Duration.ofMillis(100), 10));
        ReadModels.awaitThat(() -> restless.overdue().isPresent());
        restless.work();
        assertThat(restless.overdue()).isEmpty();
        models.execute("update read_model.reconciliation set kept_at = kept_at - interval '1' hour");
        assertThat(restless.overdue()).isPresent();
        assertThat(patient.overdue())
                .as("a node that was just started has had no time to make up for it")
                .isEmpty();
    }

    private ReplayView replay(boolean swap) {
        return done(new ReplayRequest(null, swap));
    }

    private ReplayView done(ReplayRequest request) {
        return finished(requested(request));
    }

    private String requested(ReplayRequest request) {
        return replays.request(OPERATOR, request, null).replay().replayId();
    }

    private ReplayView finished(String id) {
        ReadModels.awaitThat(() -> replays.find(id).finishedAt() != null);
        ReplayView replay = replays.find(id);
        assertThat(replay.status()).as(replay.toString()).isEqualTo(ReplayStatus.DONE);
        return replay;
    }

    private static void assertNamed(ReplayView replay, Difference.Kind kind, List<Map<String, String>> keys) {
        assertThat(replay.equal()).isFalse();
        assertThat(replay.tables()).filteredOn(table -> !table.equal()).hasSize(keys.size());
        assertThat(replay.differences()).extracting(Difference::kind).containsOnly(kind);
        assertThat(replay.differences()).extracting(Difference::key).containsExactlyElementsOf(keys);
    }

    /** In the order of a replay's answer. */
    private List<String> tables() {
        List<String> tables = new ArrayList<>();
        models.projections().all().stream().map(Projection::tables).forEach(tables::addAll);
        return tables;
    }
}
