package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Fault.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Follows a log event by event: each must be the next one, carry the hash that its content and the one before it lead to,
 * and the tree over them must have the root of every head on the way.
 */
public final class LogCheck {
    private final Queue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(Head::size));
    private final GrowingTree tree;
    private Hash hash;
    private long agreed;
    private long heldBack;

    private LogCheck(Hash hash, GrowingTree tree, Collection<Head> heads) {
        this.hash = hash;
        this.tree = tree;
        this.agreed = tree.size();
        heads.stream().filter(head -> head.size() > tree.size()).forEach(this.heads::add);
    }

    /** @param heads that the log must contain; those of an empty log say nothing */
    public static LogCheck fromStart(Collection<Head> heads) {
        return new LogCheck(Hash.of(HashChain.genesis()), GrowingTree.empty(), heads);
    }

    /**
     * Begins behind what counts as checked.
     *
     * @param hash of the last event there
     * @param tree over all events up to there
     * @param heads those of no more events say nothing
     */
    public static LogCheck after(Hash hash, GrowingTree tree, Collection<Head> heads) {
        return new LogCheck(hash, tree, heads);
    }

    /** Position of the last good event. */
    public long position() {
        return tree.size();
    }

    /** Hash of the last good event. */
    public Hash hash() {
        return hash;
    }

    /** Number of events of which only the place in the chain could be checked. */
    public long heldBack() {
        return heldBack;
    }

    public Hash root() {
        return tree.root();
    }

    /** @return what is wrong with the log up to this event; nothing may follow it then */
    public Optional<Fault> next(LoggedEvent event) {
        long expected = position() + 1;
        if (event.position() > expected) {
            return fault(Kind.MISSING, expected, "it is not there; event " + event.position() + " stands in its place");
        }
        if (event.position() < expected) {
            return fault(Kind.OUT_OF_ORDER, expected, "in its place stands an event with position " + event.position());
        }
        if (!isChained(event, hash)) {
            return fault(Kind.CHANGED, expected, "its content, position or hash is not what was chained");
        }
        hash = event.hash();
        heldBack += event.content() == null ? 0 : 1;
        tree.add(MerkleTree.leaf(hash));
        return compareWithHeads(event);
    }

    static boolean isChained(LoggedEvent event, Hash previous) {
        try {
            return event.hashAfter(previous).equals(event.hash());
        } catch (ArithmeticException e) {
            // A time that no clock ever showed, such as PostgreSQL's "infinity".
            return false;
        }
    }

    private Optional<Fault> compareWithHeads(LoggedEvent event) {
        Head head = heads.peek();
        while (head != null && head.size() == position()) {
            if (!head.rootHash().equals(tree.root())
                    || !head.chainHash().equals(hash)
                    || !head.recordedAt().equals(event.recordedAt())) {
                return fault(
                        Kind.REWRITTEN,
                        agreed + 1,
                        "the log is sound in itself, but the head of %d events is of another one: the first difference lies from %d to %d"
                                .formatted(head.size(), agreed + 1, head.size()));
            }
            agreed = head.size();
            heads.remove();
            head = heads.peek();
        }
        return Optional.empty();
    }

    /** @return what is wrong with a log that ends here */
    public Optional<Fault> end() {
        Head head = heads.peek();
        return head == null
                ? Optional.empty()
                : fault(
                        Kind.CUT_OFF,
                        position() + 1,
                        "the log ends before it; a head speaks of %d events".formatted(head.size()));
    }

    private static Optional<Fault> fault(Kind kind, long position, String detail) {
        return Optional.of(new Fault(kind, position, detail));
    }
}
