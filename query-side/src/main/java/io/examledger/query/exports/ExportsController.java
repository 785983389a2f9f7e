package io.examledger.query.exports;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/exports}: files of exactly what a filter shows (COD-12). */
@RestController
public class ExportsController {
    private final Exports exports;

    public ExportsController(Exports exports) {
        this.exports = exports;
    }

    @PostMapping("/api/exports")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    public ResponseEntity<ExportView> request(
            Caller caller, @RequestBody ExportRequest request, @Nullable IdempotencyKey key) {
        Exports.Accepted accepted = exports.request(caller, request, key);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.ACCEPTED);
        if (accepted.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(accepted.export());
    }

    @GetMapping("/api/exports/{id}")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public ExportView status(Caller caller, @PathVariable String id) {
        return exports.status(caller, id);
    }

    @GetMapping("/api/exports/{id}/file")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public ResponseEntity<Resource> file(Caller caller, @PathVariable String id) {
        Exports.File file = exports.file(caller, id);
        return ResponseEntity.ok()
                .contentType(file.format().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(new FileSystemResource(file.path()));
    }
}
