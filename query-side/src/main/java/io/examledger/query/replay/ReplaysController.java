package io.examledger.query.replay;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit/replays} and {@code /reconciliation}: read models beside a fold of their history (AUD-3, PLT-5). */
@RestController
public class ReplaysController {
    private final Replays replays;
    private final ReconciliationWorker reconciliation;

    public ReplaysController(Replays replays, ReconciliationWorker reconciliation) {
        this.replays = replays;
        this.reconciliation = reconciliation;
    }

    @PostMapping("/api/audit/replays")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    public ResponseEntity<ReplayView> request(
            Caller caller, @RequestBody ReplayRequest request, @Nullable IdempotencyKey key) {
        Replays.Accepted accepted = replays.request(caller, request, key);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.ACCEPTED);
        if (accepted.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(accepted.replay());
    }

    /** Newest first; how often history was checked is part of what an auditor asks. */
    @GetMapping("/api/audit/replays")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public List<ReplayView> latest() {
        return replays.latest();
    }

    @GetMapping("/api/audit/replays/{id}")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public ReplayView status(@PathVariable String id) {
        return replays.find(id);
    }

    /** Whether every figure is what its history gives. */
    @GetMapping("/api/audit/reconciliation")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public ReconciliationView reconciliation() {
        return reconciliation.last().orElseGet(ReconciliationView::notYet);
    }
}
