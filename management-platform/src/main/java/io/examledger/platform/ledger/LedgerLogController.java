package io.examledger.platform.ledger;

import io.examledger.command.Refusals;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.tree.LoggedRows;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.Semaphore;
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
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** {@code /api/audit/ledger/log}: the plain log, one event a line, as the offline verifier takes it (AUD-4). */
@RestController
@ForRole(NodeRole.QUERY)
class LedgerLogController {
    private static final MediaType JSON_LINES = MediaType.parseMediaType("application/jsonl");

    /** They hold threads for as long as somebody reads. */
    private static final int MOST_READERS = 3;

    private final LoggedRows rows;
    private final Embargo embargo;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    LedgerLogController(LoggedRows rows, Embargo embargo) {
        this.rows = rows;
        this.embargo = embargo;
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
        read();
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
                        new LogLines(rows, embargo, first == null ? LoggedRows.BEFORE_ALL : first - 1, end)));
    }

    /** Until the request is over, however it ends. */
    private void read() {
        if (!readers.tryAcquire()) {
            throw Refusals.conflict(
                    "ledger-log.too-many",
                    "The log is being read by " + MOST_READERS + " others. Wait for one of them.");
        }
        RequestContextHolder.currentRequestAttributes()
                .registerDestructionCallback(
                        LedgerLogController.class.getName(), readers::release, RequestAttributes.SCOPE_REQUEST);
    }
}
