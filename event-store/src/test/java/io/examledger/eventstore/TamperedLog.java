package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Fault;
import io.examledger.eventstore.proof.Fault.Kind;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.proof.LogCheck;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LedgerVerification;
import io.examledger.eventstore.tree.LoggedRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of tampering need: a log, heads of it that were kept before, and both who look for tampering. */
abstract class TamperedLog {
    static final int EVENTS = 600;

    private final TestDatabase.Kind kind;
    TestDatabase database;
    LoggedRows rows;
    LedgerVerification verification;
    List<Head> heads;

    TamperedLog(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void store_some_events_and_keep_heads(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
        new Node(database)
                .engine.appendEvents(IntStream.range(0, EVENTS)
                        .mapToObj(number -> Node.noted("note-" + number, 0))
                        .toList());
        rows = new LoggedRows(database.forReads());
        verification = new LedgerVerification(database.forReads());
        LedgerTree tree = new LedgerTree(database.forReads());
        heads = List.of(head(tree, 200), head(tree, 290), head(tree, 310), head(tree, EVENTS));
        database.execute("create table ledger.copy as select * from ledger.event");
    }

    private Head head(LedgerTree tree, int size) {
        LoggedEvent last = rows.at(size).orElseThrow();
        return new Head("test", size, tree.ask(size, MerkleTree::root), last.hash(), last.recordedAt());
    }

    @AfterEach
    void close() {
        database.close();
    }

    Optional<Fault> inDatabase() {
        long size = rows.last().orElseThrow().position();
        return verification.run(1, size, heads, checked -> {});
    }

    Optional<Fault> inExport() {
        LogCheck check = LogCheck.fromStart(heads);
        for (LoggedEvent row : rows.after(LoggedRows.BEFORE_ALL, Long.MAX_VALUE, Integer.MAX_VALUE)) {
            Optional<Fault> fault = check.next(LoggedEvent.ofLine(row.line()));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return check.end();
    }

    void assertFault(String what, long position, Kind kind) {
        assertThat(inDatabase()).as(what).map(Fault::position).hasValue(position);
        assertThat(inExport()).as("%s, in the export", what).hasValueSatisfying(fault -> {
            assertThat(fault.position()).isEqualTo(position);
            assertThat(fault.kind()).isEqualTo(kind);
        });
    }

    void restore() {
        database.execute("delete from ledger.event");
        database.execute("insert into ledger.event select * from ledger.copy");
    }

    String binary(Hash hash) {
        return kind == TestDatabase.Kind.H2 ? "X'" + hash + "'" : "'\\x" + hash + "'";
    }
}
