package io.examledger.query.replay;

import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.replay.Comparison.Found;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given rows that cannot be explained, then what is said of them, and of others (AUD-3, PLT-5). */
@ParameterizedClass
@EnumSource
class ExplanationTest {
    private static final Caller OPERATOR = new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR));
    private static final Instant BEGIN = Instant.parse("2026-01-10T09:00:00Z");

    private final Database database;
    private final BillProjection bills = new BillProjection();
    private ReadModels models;
    private ReplayRuntime runtime;

    ExplanationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, bills);
        models.at(BEGIN).given(placed("o1", "acme", "AAA", 1), placed("o2", "acme", "AAA", 1));
        models.at(BEGIN.plusSeconds(1)).given(purchased("o1", "acme", "AAA", 1), purchased("o2", "acme", "AAA", 1));
        runtime = new ReplayRuntime(
                models.dataSource(),
                models.transactions(),
                models.log(),
                List.of(bills),
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName(
            "AUD-3 PLT-5 a row replaced at a time of no event is named like all others, which are explained, and repaired")
    void row_that_was_replaced_at_no_time_is_named_and_not_explained() {
        spoil("o1", "timestamp with time zone '12000-01-01 00:00:00+00'");
        spoil("o2", database == Database.H2 ? "timestamp with time zone '0001-01-01 00:00:00+00'" : "'infinity'");

        ReconciliationWorker reconciliation =
                runtime.reconciliation(Clock.systemUTC(), new ReconciliationSettings(Duration.ofDays(1), 6));
        reconciliation.work();
        assertThat(reconciliation.last()).isPresent();
        assertNamed(reconciliation.last().orElseThrow().differences());

        Replays replays = runtime.replays();
        String id = replays.request(OPERATOR, new ReplayRequest(null, true), null)
                .replay()
                .replayId();
        replays.worker().work();
        assertThat(replays.find(id).failure()).isNull();
        assertNamed(replays.find(id).differences());
        assertThat(replays.find(id).swapped()).isTrue();
        assertThat(models.number("select count(*) from read_model.bill_version where replaced_at > current_timestamp"))
                .isZero();
    }

    private void spoil(String order, String replacedAt) {
        String version = " where order_id = '" + order + "' and status = 'PENDING'";
        assertThat(models.number("select count(*) from read_model.bill_version" + version))
                .isOne();
        models.execute("update read_model.bill_version set replaced_at = " + replacedAt + version);
    }

    private static void assertNamed(List<Difference> differences) {
        assertThat(of(Difference.Kind.EXTRA, differences))
                .hasSize(2)
                .allSatisfy(extra -> assertThat(extra.explainedBy()).isNull());
        assertThat(of(Difference.Kind.MISSING, differences))
                .hasSize(2)
                .allSatisfy(missing -> assertThat(missing.explainedBy()).isNotNull());
    }

    private static Stream<Difference> of(Difference.Kind kind, List<Difference> differences) {
        return differences.stream().filter(difference -> difference.kind() == kind);
    }

    @Test
    @DisplayName("AUD-3 what differs is named even if the search for its event fails")
    void failure_to_explain_hides_nothing() {
        Difference difference = new Difference(
                "bill", Difference.Kind.MISSING, Map.of("order_id", "o1"), Map.of(), Map.of("status", "PAID"), null);
        LogPages broken = new LogPages(token -> {
            throw new IllegalStateException("the log is not there");
        });
        Explanation explanation = new Explanation(
                broken,
                new ShadowTables(models.dataSource(), "read_model_broken"),
                new ScratchRows(models.dataSource(), "read_model_broken"));

        assertThat(explanation.explained(List.of(new Found(bills, 1, List.of(), List.of(difference)))))
                .containsExactly(difference);
    }
}
