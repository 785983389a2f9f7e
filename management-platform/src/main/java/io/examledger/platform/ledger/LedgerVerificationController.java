package io.examledger.platform.ledger;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.platform.ledger.Verification.Asked;
import io.examledger.platform.ledger.Verification.Status;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.Given;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit/ledger/verification}: chain and tree computed anew and compared with what was signed (AUD-4). */
@RestController
@RequestMapping("/api/audit/ledger/verification")
@ForRole(NodeRole.QUERY)
class LedgerVerificationController {
    private final Verifications verifications;

    LedgerVerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    /** 200 with the result, or 202 if it takes longer than a few seconds. */
    @PostMapping
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    ResponseEntity<Verification.View> verifyLedger(
            Caller caller, @RequestBody(required = false) @Nullable Asked asked, @Nullable IdempotencyKey key) {
        Verifications.Accepted accepted =
                verifications.request(caller, asked == null ? new Asked(null, null) : asked, key);
        boolean running = accepted.verification().status() == Status.RUNNING;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(running ? HttpStatus.ACCEPTED : HttpStatus.OK);
        if (accepted.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(accepted.verification());
    }

    @GetMapping("/{id}")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    Verification.View ledgerVerification(@PathVariable String id) {
        return verifications.byId(Given.id("verification", id)).view();
    }
}
