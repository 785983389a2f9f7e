package io.examledger.eventstore.tree;

import io.examledger.eventstore.proof.Fault;
import io.examledger.eventstore.proof.Fault.Kind;
import io.examledger.eventstore.proof.GrowingTree;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.proof.LogCheck;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.proof.Subtrees.MissingSubtree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Computes the chain and the tree of the log anew, over all of it or a range, and compares them with what is stored and with
 * heads that were signed before. Page by page: memory does not grow with the log, and no transaction stays open.
 */
public final class LedgerVerification {
    private static final int PAGE = 1_000;

    private final LoggedRows rows;
    private final LedgerTree tree;

    public LedgerVerification(DataSource dataSource) {
        this.rows = new LoggedRows(dataSource);
        this.tree = new LedgerTree(dataSource);
    }

    /** A subtree as the events lead to it. */
    private record Subtree(int level, long index, Hash hash) {}

    /**
     * @param from position of the first event to be checked; what comes before it counts as checked
     * @param to position of the last
     * @param heads that the log must contain; one of more than {@code to} events says that the log was cut off
     * @param progress told how many events have been checked; it may throw to stop
     * @return the first fault; empty if there is none
     */
    public Optional<Fault> run(long from, long to, Collection<Head> heads, LongConsumer progress) {
        boolean whole = growsTo(to);
        List<Subtree> completed = new ArrayList<>();
        Optional<LoggedEvent> before = rows.at(from - 1);
        if (from > 1 && before.isEmpty()) {
            return fault(Kind.MISSING, from - 1, "it is not there");
        }
        Hash previous = before.map(LoggedEvent::hash).orElse(Hash.of(HashChain.genesis()));
        GrowingTree grown;
        try {
            grown = tree.after(from - 1, (level, index, hash) -> {
                if (whole && level >= StoredSubtrees.LOWEST) {
                    completed.add(new Subtree(level, index, hash));
                }
            });
        } catch (MissingSubtree e) {
            return fault(Kind.TREE_CHANGED, from - 1, String.valueOf(e.getMessage()));
        }
        LogCheck check = LogCheck.after(previous, grown, heads);
        Optional<Fault> fault = follow(check, from, to, completed, progress);
        if (fault.isPresent()) {
            return fault;
        }
        return check.position() < to
                ? fault(Kind.CUT_OFF, check.position() + 1, "the log ends before it")
                : check.end();
    }

    /** Not if an event is missing. Which one, the events will tell. */
    private boolean growsTo(long size) {
        try {
            tree.growTo(size);
            return true;
        } catch (MissingSubtree e) {
            return false;
        }
    }

    private Optional<Fault> follow(LogCheck check, long from, long to, List<Subtree> completed, LongConsumer progress) {
        long after = from == 1 ? LoggedRows.BEFORE_ALL : from - 1;
        List<LoggedEvent> page;
        do {
            page = rows.after(after, to, PAGE);
            for (LoggedEvent event : page) {
                Optional<Fault> fault = check.next(event);
                if (fault.isPresent()) {
                    return fault;
                }
                after = event.position();
            }
            Optional<Fault> fault = compared(completed);
            if (fault.isPresent()) {
                return fault;
            }
            completed.clear();
            progress.accept(check.position() - from + 1);
        } while (page.size() == PAGE);
        return Optional.empty();
    }

    private Optional<Fault> compared(List<Subtree> completed) {
        return tree.with(stored -> completed.stream()
                .filter(subtree -> !isStored(stored, subtree))
                .findFirst()
                .flatMap(subtree -> fault(
                        Kind.TREE_CHANGED,
                        (subtree.index() << subtree.level()) + 1,
                        "the stored subtree of the %d events from it on is not theirs"
                                .formatted(1L << subtree.level()))));
    }

    private static boolean isStored(StoredSubtrees stored, Subtree subtree) {
        try {
            return stored.hash(subtree.level(), subtree.index()).equals(subtree.hash());
        } catch (MissingSubtree e) {
            return false;
        }
    }

    private static Optional<Fault> fault(Kind kind, long position, String detail) {
        return Optional.of(new Fault(kind, position, detail));
    }
}
