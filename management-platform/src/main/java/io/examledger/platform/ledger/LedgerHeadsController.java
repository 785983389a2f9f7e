package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LoggedRows;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.BadQuery;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit/ledger}: heads to keep, and the proof that a later one goes on where an earlier one ended (AUD-4). */
@RestController
@ForRole(NodeRole.QUERY)
class LedgerHeadsController {
    private final SignedHeads heads;
    private final AnchorTable anchors;
    private final LoggedRows rows;
    private final LedgerTree tree;

    LedgerHeadsController(SignedHeads heads, AnchorTable anchors, LoggedRows rows, LedgerTree tree) {
        this.heads = heads;
        this.anchors = anchors;
        this.rows = rows;
        this.tree = tree;
    }

    /**
     * As the offline verifier takes it.
     *
     * @param from size of the earlier log
     * @param to size of the later one
     * @param path RFC 6962, section 2.1.2
     */
    record ConsistencyView(long from, String fromRootHash, long to, String toRootHash, List<String> path) {}

    @GetMapping("/api/audit/ledger/head")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    HeadView head() {
        return HeadView.of(heads.current());
    }

    /** The anchored ones, latest first. */
    @GetMapping("/api/audit/ledger/heads")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    Page<HeadView> heads(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        return Page.of(
                anchors.before(request.before(), request.rows()),
                request,
                Anchor::size,
                shown -> shown.stream().map(HeadView::of).toList());
    }

    /** @param to without it, the size of the log as it is now */
    @GetMapping("/api/audit/ledger/consistency")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    ConsistencyView consistency(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        long size = rows.last().map(event -> event.position()).orElse(0L);
        Long older = Positions.given("from", from, 0, size);
        Long newer = Positions.given("to", to, 0, size);
        if (older == null) {
            throw new BadQuery("from", "the size of the earlier head");
        }
        return consistency(older, newer == null ? size : newer);
    }

    private ConsistencyView consistency(long from, long to) {
        if (from > to) {
            throw new BadQuery("from", "no more than to");
        }
        Hash earlier = tree.ask(from, MerkleTree::root);
        return tree.ask(
                to,
                later -> new ConsistencyView(
                        from, earlier.toString(), to, later.root().toString(), hex(later.consistencyWith(from))));
    }

    static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
