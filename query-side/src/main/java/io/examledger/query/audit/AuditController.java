package io.examledger.query.audit;

import io.examledger.query.Given;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.audit.Mention.Kind;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/…}: the history as staff read it (AUD-1, ACC-4). */
@RestController
public class AuditController {
    private final FindAuditEvents events;
    private final FindTimelines timelines;

    public AuditController(FindAuditEvents events, FindTimelines timelines) {
        this.events = events;
        this.timelines = timelines;
    }

    @GetMapping("/api/audit/events")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<AuditEntry> events(
            @RequestParam(required = false) @Nullable String aggregate,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String correlation,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String fromPosition,
            @RequestParam(required = false) @Nullable String toPosition,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("aggregate", aggregate);
        given.put("id", id);
        given.put("type", type);
        given.put("actor", actor);
        given.put("correlation", correlation);
        given.put("from", from);
        given.put("to", to);
        given.put("fromPosition", fromPosition);
        given.put("toPosition", toPosition);
        return events.page(AuditFilter.of(given), PageRequest.of(limit, cursor));
    }

    @GetMapping("/api/audit/orders/{id}/timeline")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<AuditEntry> order(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return timeline(Kind.ORDER, "order", id, limit, cursor);
    }

    @GetMapping("/api/audit/redeem-codes/{id}/timeline")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<AuditEntry> redeemCode(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return timeline(Kind.REDEEM_CODE, "redeem-code", id, limit, cursor);
    }

    @GetMapping("/api/audit/appointments/{id}/timeline")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<AuditEntry> appointment(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return timeline(Kind.APPOINTMENT, "appointment", id, limit, cursor);
    }

    /** Also who was shown whose personal data. */
    @GetMapping("/api/audit/accounts/{id}/timeline")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<AuditEntry> account(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return timeline(Kind.ACCOUNT, "account", id, limit, cursor);
    }

    private Page<AuditEntry> timeline(
            Kind kind, String what, String id, @Nullable String limit, @Nullable String cursor) {
        return timelines.page(new Mention(kind, Given.id(what, id)), what, PageRequest.of(limit, cursor));
    }
}
