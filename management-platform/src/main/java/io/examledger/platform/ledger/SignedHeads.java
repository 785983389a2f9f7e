package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.proof.HeadSigner;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.proof.SignedHead;
import io.examledger.eventstore.proof.Subtrees.MissingSubtree;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LoggedRows;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the state of the log, if it still contains what was anchored last: by the table of anchors, and by the file of heads where there
 * is one, which whoever can write to the database cannot change. Otherwise it refuses, and says so until the log
 * agrees again: a signature would make the forgery look genuine.
 */
final class SignedHeads {
    private static final Logger LOG = LoggerFactory.getLogger(SignedHeads.class);

    private final LoggedRows rows;
    private final LedgerTree tree;
    private final AnchorTable anchors;
    private final HeadSigner signer;
    private final Optional<KeptHeads> kept;
    private volatile Optional<String> contradiction = Optional.empty();

    SignedHeads(LoggedRows rows, LedgerTree tree, AnchorTable anchors, HeadSigner signer, Optional<KeptHeads> kept) {
        this.rows = rows;
        this.tree = tree;
        this.anchors = anchors;
        this.signer = signer;
        this.kept = kept;
    }

    /** The log is not the one that was anchored. */
    static final class Contradiction extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contradiction(String message) {
            super(message);
        }
    }

    /**
     * Of the whole log, as it is now.
     *
     * @throws Contradiction if it does not contain what was anchored last
     */
    SignedHead current() {
        check();
        try {
            return signer.sign(head());
        } catch (MissingSubtree e) {
            throw contradicting(String.valueOf(e.getMessage()));
        }
    }

    private Head head() {
        Optional<LoggedEvent> last = rows.last();
        long size = last.map(LoggedEvent::position).orElse(0L);
        return new Head(
                signer.key().name(),
                size,
                tree.ask(size, MerkleTree::root),
                last.map(LoggedEvent::hash).orElse(Hash.of(HashChain.genesis())),
                last.map(LoggedEvent::recordedAt).orElse(Instant.EPOCH));
    }

    /** @throws Contradiction if the log does not contain what was anchored last */
    void check() {
        Optional<String> found;
        try {
            found = kept.flatMap(this::contradiction)
                    .or(() -> anchors.last()
                            .flatMap(anchor ->
                                    contradiction(anchor.signed(), "was anchored at " + anchor.anchoredAt())));
        } catch (IllegalArgumentException e) {
            found = Optional.of("the head that was anchored last is none: " + e.getMessage());
        }
        if (found.isPresent()) {
            throw contradicting(found.get());
        }
        contradiction = Optional.empty();
    }

    /** Told in the log once, until all is well again. */
    private Contradiction contradicting(String found) {
        if (contradiction.isEmpty()) {
            LOG.error("nothing is signed any more: {}", found);
        }
        contradiction = Optional.of(found);
        return new Contradiction(found);
    }

    /** The file is read first: a head is in the table before it gets there. */
    private Optional<String> contradiction(KeptHeads file) {
        try {
            KeptHeads.Found found = file.read();
            Optional<String> largest =
                    found.largest().flatMap(head -> contradiction(head, "is kept in " + file.path()));
            long anchored = anchors.count();
            return largest.isPresent() || found.heads() <= anchored
                    ? largest
                    : Optional.of(
                            "%s has %d heads, and the table of anchors %d: some were deleted, or the file is of another log"
                                    .formatted(file.path(), found.heads(), anchored));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("the heads in %s cannot be read: %s".formatted(file.path(), e.getMessage()));
        }
    }

    /** @param kept how it is known, to follow on "the head that" */
    private Optional<String> contradiction(SignedHead signed, String kept) {
        Head anchored = signed.head();
        if (!signed.isGenuine()) {
            return Optional.of("the head of %d events that %s has a wrong signature".formatted(anchored.size(), kept));
        }
        Optional<LoggedEvent> last = rows.at(anchored.size());
        if (last.isEmpty()) {
            return Optional.of(
                    "event %d is missing, which the head that %s ends with".formatted(anchored.size(), kept));
        }
        boolean same = last.get().hash().equals(anchored.chainHash()) && isRoot(anchored.rootHash(), anchored.size());
        return same
                ? Optional.empty()
                : Optional.of("the first %d events are not those of the head that %s".formatted(anchored.size(), kept));
    }

    private boolean isRoot(Hash root, long size) {
        try {
            return tree.ask(size, MerkleTree::root).equals(root);
        } catch (MissingSubtree e) {
            return false;
        }
    }

    /** What was found when somebody last looked; empty if the log contains what was anchored. */
    Optional<String> lastContradiction() {
        return contradiction;
    }
}
