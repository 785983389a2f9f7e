package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class GroupAppendTest extends AppendTest {
    GroupAppendTest(TestDatabase.Kind kind) {
        super(kind);
    }

    /** Lets these appends meet in one group, in this order: a first append is held at its commit until all wait. */
    private List<Caller> inOneGroup(GroupAppender appender, List<Append> group) {
        Caller first = Caller.start("first", () -> appender.append(plain("first")));
        held.awaitReached();
        List<Caller> callers = new ArrayList<>();
        for (Append append : group) {
            Caller caller = Caller.start("member " + callers.size(), () -> appender.append(append));
            Await.enqueued(caller.thread());
            callers.add(caller);
        }
        assertThat(callers).noneMatch(Caller::returned);
        assertThat(first.returned()).isFalse();
        held.release();
        assertThat(first.failure()).isNull();
        callers.forEach(Caller::join);
        return callers;
    }

    private static Receipt receipt(String key) {
        return new Receipt("caller", key, "fingerprint", key.getBytes(StandardCharsets.UTF_8));
    }

    private static List<@Nullable Throwable> failures(List<Caller> callers) {
        List<@Nullable Throwable> failures = new ArrayList<>();
        callers.forEach(caller -> failures.add(caller.failure()));
        return failures;
    }

    @Test
    void one_of_two_appends_of_one_sequence_wins_and_the_rest_of_the_group_is_stored() {
        List<Caller> callers = inOneGroup(
                appender(held.of(appends)),
                List.of(plain("a"), plain("twice"), plain("b"), plain("twice"), plain("c")));

        assertThat(failures(callers))
                .filteredOn(failure -> failure != null)
                .singleElement()
                .isInstanceOf(ConcurrencyException.class);
        assertThat(callers.get(3).failure()).isInstanceOf(ConcurrencyException.class);
        assertThat(stored()).containsExactly("first", "a", "twice", "b", "c");
        assertChained(5);
    }

    @Test
    void a_group_is_one_insert() {
        AtomicInteger inserts = new AtomicInteger();
        Interception counting = new Interception() {
            @Override
            public void beforeBatch(Connection connection, String sql) {
                inserts.incrementAndGet();
            }
        };

        inOneGroup(appender(counting.of(held.of(appends))), List.of(plain("a"), plain("b"), plain("c"), plain("d")));

        assertThat(inserts).hasValue(2);
        assertChained(5);
    }

    @Test
    void a_member_that_no_column_takes_fails_alone() {
        List<Caller> callers =
                inOneGroup(appender(held.of(appends)), List.of(plain("a"), plain("x".repeat(161)), plain("b")));

        assertThat(callers.get(1).failure()).isInstanceOf(IllegalArgumentException.class);
        assertThat(stored()).containsExactly("first", "a", "b");
        assertChained(3);
    }

    @Test
    void a_member_whose_claim_is_taken_fails_alone_and_stores_nothing() {
        Claim claim = new Claim("email", "digest", "a");

        List<Caller> callers = inOneGroup(
                appender(held.of(appends)),
                List.of(
                        Node.append("a", List.of(claim), null),
                        Node.append("b", List.of(new Claim("email", "digest", "b")), receipt("b")),
                        plain("c")));

        assertThat(callers.get(1).failure()).isInstanceOf(ClaimTakenException.class);
        assertThat(stored()).containsExactly("first", "a", "c");
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.holderOf("email", "digest")).hasValue("a");
        assertThat(ledger.receipt("caller", "b")).isEmpty();
    }

    @Test
    void a_member_whose_receipt_exists_fails_alone_and_stores_nothing() {
        List<Caller> callers = inOneGroup(
                appender(held.of(appends)),
                List.of(
                        Node.append("a", List.of(), receipt("same")),
                        Node.append("b", List.of(new Claim("email", "b", "b")), receipt("same")),
                        new Append(List.of(), List.of(), receipt("refusal"))));

        assertThat(callers.get(1).failure()).isInstanceOf(ReceiptExistsException.class);
        assertThat(stored()).containsExactly("first", "a");
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.receipt("caller", "same"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(2));
        assertThat(ledger.receipt("caller", "refusal"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(2));
        assertThat(ledger.holderOf("email", "b")).isEmpty();
    }

    @Test
    void a_connection_lost_while_inserting_fails_nobody_else() {
        Interception breaking = new Interception() {
            private boolean broken;

            @Override
            public void beforeBatch(Connection connection, String sql) throws SQLException {
                if (!broken && sql.contains("ledger.claim")) {
                    broken = true;
                    connection.close();
                }
            }
        };

        List<Caller> callers = inOneGroup(
                appender(breaking.of(held.of(appends))),
                List.of(plain("a"), Node.append("b", List.of(new Claim("email", "b", "b")), null), plain("c")));

        assertThat(failures(callers)).containsOnlyNulls();
        assertThat(stored()).containsExactlyInAnyOrder("first", "a", "b", "c");
        assertChained(4);
    }

    @Test
    void when_there_is_no_connection_everybody_is_told_that_nothing_was_stored() {
        List<Caller> callers = inOneGroup(
                appender(
                        new Interception() {
                            private int connections;

                            @Override
                            public void beforePrepare(Connection connection, String sql) throws SQLException {
                                if (sql.contains("order by position desc") && ++connections > 1) {
                                    throw new SQLException("no lock");
                                }
                            }
                        }.of(held.of(appends))),
                List.of(plain("a"), plain("b")));

        assertThat(failures(callers))
                .doesNotHaveDuplicates()
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(LogUnavailableException.class));
        assertThat(stored()).containsExactly("first");
    }
}
