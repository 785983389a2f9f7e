package io.examledger.query.audit;

import io.examledger.query.Given;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.audit.Mention.Kind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;

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

    /**
     * All that concerns one thing, in whatever aggregate it happened. Of an account also who was shown whose personal data.
     *
     * @param request whose path says what the thing is
     */
    @GetMapping({
        "/api/audit/orders/{id}/timeline",
        "/api/audit/redeem-codes/{id}/timeline",
        "/api/audit/appointments/{id}/timeline",
        "/api/audit/accounts/{id}/timeline"
    })
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<AuditEntry> timeline(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Kind kind = Kind.inPath(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        return timelines.page(new Mention(kind, Given.id(kind.word(), id)), PageRequest.of(limit, cursor));
    }
}
