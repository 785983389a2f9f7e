package io.examledger.platform.ledger;

import static io.examledger.platform.ledger.LedgerRun.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.eventstore.proof.HeadSigner;
import io.examledger.platform.ledger.SignedHeads.Contradiction;
import io.examledger.platform.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("databases")
@DisplayName(
        "AUD-4 whoever writes to the database alone cannot have a forged head kept outside it, or hide one that is")
class ForgedAnchorsTest {
    private final LedgerRun run;

    ForgedAnchorsTest(Supplier<DataSource> database) {
        run = new LedgerRun(database.get());
    }

    static Stream<Supplier<DataSource>> databases() {
        return Stream.of(Databases::h2, Databases::postgres);
    }

    @Test
    void nothing_is_delivered_while_the_log_contradicts_its_heads_and_everything_after() {
        AnchorSweep node = run.node();
        run.append(300);
        run.place.away = true;
        node.sweep();
        run.place.away = false;
        run.pass(HOUR);
        run.execute("create table ledger.copy as select * from ledger.event");
        run.execute("delete from ledger.event where position > 290");

        node.sweep();
        assertThat(run.place.kept).isEmpty();
        assertThat(node.next())
                .as("looked at again soon, and not at once")
                .hasValueSatisfying(soon -> assertThat(soon)
                        .isBetween(
                                run.clock().instant().plusSeconds(1),
                                run.clock().instant().plusSeconds(10)));

        run.execute("delete from ledger.event");
        run.execute("insert into ledger.event select * from ledger.copy");
        node.sweep();
        assertThat(run.place.kept).containsExactly(300L);
    }

    @Test
    void a_head_that_no_known_key_has_signed_does_not_get_out_of_the_database_and_holds_up_none_that_is_ours() {
        AnchorSweep node = run.node();
        run.append(3);
        run.insertHeadSignedBy(LedgerRun.newSigner());
        node.sweep();
        assertThat(run.place.tried).isEmpty();
        assertThat(node.failing()).as("health says so").containsExactly("place");
        run.append(2);
        run.pass(HOUR);
        node.sweep();
        assertThat(run.place.kept).containsExactly(5L);

        run.append(1);
        run.insertHeadSignedBy(run.signer);
        run.append(1);
        run.insertHeadSignedBy(run.signer);
        run.execute("update platform.ledger_anchor set signature = '?' where size = 6");
        node.sweep();
        assertThat(run.place.kept).as("no signature at all").containsExactly(5L, 7L);
    }

    @Test
    void a_head_of_an_earlier_key_gets_there_where_that_key_is_known() {
        HeadSigner earlier = LedgerRun.newSigner();
        run.append(3);
        run.insertHeadSignedBy(earlier);
        run.node(run.heads, earlier.key()).sweep();
        assertThat(run.place.kept).containsExactly(3L);
    }

    @Test
    void a_small_head_at_the_end_of_the_file_does_not_hide_the_large_one(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("heads.jsonl");
        SignedHeads heads = run.headsKeptIn(file);
        AnchorFile target = new AnchorFile(file);
        run.append(3);
        Anchor small = run.anchored(heads);
        run.append(7);
        target.deliver(run.anchored(heads));
        target.deliver(small);
        run.execute("delete from platform.ledger_anchor where size = 10");
        run.execute("delete from ledger.event where position > 5");
        run.insertHeadSignedBy(run.signer);

        assertThatThrownBy(heads::current)
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining("event 10 is missing, which the head that is kept in");
    }
}
