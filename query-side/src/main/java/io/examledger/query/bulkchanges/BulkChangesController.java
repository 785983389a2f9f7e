package io.examledger.query.bulkchanges;

import io.examledger.kernel.access.Caller;
import io.examledger.query.Given;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/redeem-codes/bulk/{jobId}}: how a bulk change goes. */
@RestController
public class BulkChangesController {
    private final FindBulkChanges bulkChanges;

    public BulkChangesController(FindBulkChanges bulkChanges) {
        this.bulkChanges = bulkChanges;
    }

    @GetMapping("/api/redeem-codes/bulk/{jobId}")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public BulkChangeView bulkChange(Caller caller, @PathVariable String jobId) {
        return bulkChanges.one(Given.id("bulk-change", jobId), Given.account(caller, null));
    }
}
