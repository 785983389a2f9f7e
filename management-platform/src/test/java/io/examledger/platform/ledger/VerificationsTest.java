package io.examledger.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.Refused;
import io.examledger.eventstore.proof.Fault;
import io.examledger.eventstore.tree.LedgerVerification;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.access.Role;
import io.examledger.platform.ledger.Verification.Asked;
import io.examledger.platform.ledger.Verification.Status;
import io.examledger.platform.ledger.Verifications.Accepted;
import io.examledger.platform.testing.Databases;
import io.examledger.query.IdempotencyKeyReused;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The worker's rounds are run by hand: what was asked for waits until then. */
@ParameterizedClass
@MethodSource("databases")
@DisplayName("AUD-4 a verification that was asked for is done once, whatever happens meanwhile")
class VerificationsTest {
    private static final Caller AUDITOR = new Caller("auditor", Optional.empty(), Set.of(Role.AUDITOR));
    private static final Asked ALL = new Asked(null, null);
    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    private final LedgerRun run;
    private final VerificationTable table;
    private final VerificationWorker worker;
    private final Verifications verifications;

    VerificationsTest(Supplier<DataSource> database) {
        run = new LedgerRun(database.get());
        table = new VerificationTable(run.database);
        worker = worker("worker");
        verifications = new Verifications(
                run.rows, table, worker, () -> UUID.randomUUID().toString(), run.clock(), Duration.ZERO);
    }

    static Stream<Supplier<DataSource>> databases() {
        return Stream.of(Databases::h2, Databases::postgres);
    }

    private VerificationWorker worker(String name) {
        return new VerificationWorker(name, table, new LedgerVerification(run.database), run.anchors, run.clock());
    }

    @BeforeEach
    void append() {
        run.append(20);
    }

    private Verification.View found(String id) {
        return verifications.byId(id).view();
    }

    @Test
    void a_long_one_is_answered_as_running_and_its_result_can_be_asked_for() {
        Verification.View accepted = verifications.request(AUDITOR, ALL, null).verification();
        assertThat(accepted.status()).isEqualTo(Status.RUNNING);
        assertThat(accepted.eventsTotal()).isEqualTo(20);

        worker.round();
        assertThat(found(accepted.verificationId()))
                .returns(Status.INTACT, Verification.View::status)
                .returns(20L, Verification.View::eventsDone)
                .returns(null, Verification.View::faultAt);
        assertThat(table.standingFault()).isEmpty();
    }

    @Test
    void a_repeat_begins_nothing_new_and_is_answered_as_the_first_time() {
        Accepted first = verifications.request(AUDITOR, ALL, KEY);
        worker.round();
        Accepted repeat = verifications.request(AUDITOR, ALL, KEY);

        assertThat(repeat.replayed()).isTrue();
        assertThat(repeat.verification()).isEqualTo(first.verification());
        assertThat(found(first.verification().verificationId()).status()).isEqualTo(Status.INTACT);
        assertThatThrownBy(() -> verifications.request(AUDITOR, new Asked(2L, null), KEY))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(verifications
                        .request(new Caller("another", Optional.empty(), Set.of(Role.AUDITOR)), ALL, KEY)
                        .replayed())
                .isFalse();
    }

    @Test
    void what_a_dead_process_left_is_taken_up_after_a_while_and_by_one() {
        String id = verifications.request(AUDITOR, ALL, null).verification().verificationId();
        assertThat(table.take(verifications.byId(id), "dead", run.clock().instant()))
                .isTrue();
        worker.round();
        assertThat(found(id).status()).isEqualTo(Status.RUNNING);

        run.pass(VerificationTable.SILENCE.plusSeconds(1));
        assertThat(table.take(verifications.byId(id), "quicker", run.clock().instant()))
                .isTrue();
        assertThat(table.progress(
                        verifications.byId(id), "dead", 5, 1, run.clock().instant()))
                .as("the dead one, if it only slept")
                .isFalse();
        run.pass(VerificationTable.SILENCE.plusSeconds(1));
        worker.round();
        assertThat(found(id).status()).isEqualTo(Status.INTACT);
    }

    @Test
    void a_fault_is_told_with_its_position_and_shows_until_a_later_one_finds_none() {
        run.execute("update ledger.event set payload = '{\"x\":1}' where position = 7");
        String id = verifications.request(AUDITOR, ALL, null).verification().verificationId();
        worker.round();

        assertThat(found(id))
                .returns(Status.BROKEN, Verification.View::status)
                .returns(7L, Verification.View::faultAt)
                .returns(Fault.Kind.CHANGED, Verification.View::faultKind);
        assertThat(table.standingFault()).contains(7L);

        run.execute("update ledger.event set payload = '{}' where position = 7");
        run.pass(Duration.ofSeconds(1));
        verifications.request(AUDITOR, ALL, null);
        worker.round();
        assertThat(table.standingFault()).isEmpty();
    }

    @Test
    void a_cut_off_end_is_found_by_the_anchored_head() {
        run.node().sweep();
        run.execute("delete from ledger.event where position > 15");
        String id = verifications.request(AUDITOR, ALL, null).verification().verificationId();
        String part = verifications
                .request(AUDITOR, new Asked(1L, 15L), null)
                .verification()
                .verificationId();
        worker.round();

        assertThat(found(id))
                .returns(16L, Verification.View::faultAt)
                .returns(Fault.Kind.CUT_OFF, Verification.View::faultKind);
        assertThat(found(part).status()).as("of a part, no more is said").isEqualTo(Status.INTACT);
    }

    @Test
    void nobody_can_pile_them_up() {
        for (int i = 0; i < 5; i++) {
            verifications.request(AUDITOR, ALL, null);
        }
        assertThatThrownBy(() -> verifications.request(AUDITOR, ALL, null)).isInstanceOf(Refused.class);
        worker.round();
        assertThat(verifications.request(AUDITOR, ALL, null).replayed()).isFalse();
    }
}
