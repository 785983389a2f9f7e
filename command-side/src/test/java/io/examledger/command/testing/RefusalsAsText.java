package io.examledger.command.testing;

import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.Throttled;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Stands in for the platform's problem details: the status, and the code or the field with its message. */
@RestControllerAdvice
class RefusalsAsText {
    @ExceptionHandler
    ResponseEntity<String> refused(Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.NotFound r -> ResponseEntity.status(404).body(r.code());
            case Refusal.Forbidden r -> ResponseEntity.status(403).body(r.code());
            case Refusal.Conflict r -> ResponseEntity.status(409).body(r.code());
            case Refusal.Invalid r -> ResponseEntity.status(400).body(r.field() + ": " + r.detail());
        };
    }

    @ExceptionHandler
    ResponseEntity<String> throttled(Throttled throttled) {
        return ResponseEntity.status(429).body(throttled.retryAfter().toString());
    }
}
