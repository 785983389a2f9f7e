package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.tree.LoggedRows;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit/ledger/log}: the plain log, one event a line, as the offline verifier takes it (AUD-4). */
@RestController
@ForRole(NodeRole.QUERY)
class LedgerLogController {
    private static final MediaType JSON_LINES = MediaType.parseMediaType("application/jsonl");

    private final LoggedRows rows;

    LedgerLogController(LoggedRows rows) {
        this.rows = rows;
    }

    /**
     * @param from position of the first event; without it, whatever comes first, also if it has no business there
     * @param to position of the last; without it, the last one now
     */
    @GetMapping("/api/audit/ledger/log")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    ResponseEntity<Resource> log(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Long first = Positions.given("from", from, 1, Long.MAX_VALUE);
        Long last = Positions.given("to", to, 1, Long.MAX_VALUE);
        long end = last == null ? rows.last().map(LoggedEvent::position).orElse(0L) : last;
        return ResponseEntity.ok()
                .contentType(JSON_LINES)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("log.jsonl")
                                .build()
                                .toString())
                .body(new InputStreamResource(
                        new LogLines(rows, first == null ? LoggedRows.BEFORE_ALL : first - 1, end)));
    }
}
