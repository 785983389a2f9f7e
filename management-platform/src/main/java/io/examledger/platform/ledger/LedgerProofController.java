package io.examledger.platform.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.proof.SignedHead;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LoggedRows;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.NotFound;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit/ledger/proofs}: that an event is in the log, for someone who sees nothing else of it (AUD-4). */
@RestController
@ForRole(NodeRole.QUERY)
class LedgerProofController {
    private final SignedHeads heads;
    private final LoggedRows rows;
    private final LedgerTree tree;
    private final Embargo embargo;

    LedgerProofController(SignedHeads heads, LoggedRows rows, LedgerTree tree, Embargo embargo) {
        this.heads = heads;
        this.rows = rows;
        this.tree = tree;
        this.embargo = embargo;
    }

    /**
     * An event with all that its hash covers.
     *
     * @param contentHash instead of payload and metadata, while they are held back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(
            long position,
            UUID eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            String revision,
            Instant recordedAt,
            @Nullable String payload,
            @Nullable String metadata,
            String hash,
            @Nullable String contentHash) {
        static EventView of(LoggedEvent event) {
            return new EventView(
                    event.position(),
                    event.eventId(),
                    event.aggregateType(),
                    event.aggregateId(),
                    event.sequence(),
                    event.type(),
                    event.revision(),
                    event.recordedAt(),
                    event.content() == null ? event.payload() : null,
                    event.content() == null ? event.metadata() : null,
                    event.hash().toString(),
                    event.content() == null ? null : event.content().toString());
        }
    }

    /**
     * As the offline verifier takes it.
     *
     * @param previousHash in the chain
     * @param leafIndex from 0
     * @param path RFC 6962, section 2.1.1
     */
    record ProofView(
            EventView event, String previousHash, long leafIndex, long treeSize, List<String> path, HeadView head) {}

    @GetMapping("/api/audit/ledger/proofs/{eventId}")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    ProofView proof(@PathVariable String eventId) {
        LoggedEvent event = rows.byId(id(eventId)).orElseThrow(() -> new NotFound("event"));
        Hash previous = rows.at(event.position() - 1).map(LoggedEvent::hash).orElse(Hash.of(HashChain.genesis()));
        SignedHead head = heads.current();
        long index = event.position() - 1;
        long size = head.head().size();
        List<Hash> path = tree.ask(size, whole -> whole.inclusion(index));
        return new ProofView(
                EventView.of(embargo.shown(event)),
                previous.toString(),
                index,
                size,
                LedgerHeadsController.hex(path),
                HeadView.of(head));
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw new NotFound("event");
        }
    }
}
