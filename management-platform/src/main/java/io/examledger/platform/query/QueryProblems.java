package io.examledger.platform.query;

import io.examledger.command.Refusal;
import io.examledger.command.Refusals;
import io.examledger.platform.web.Problems;
import io.examledger.platform.web.Problems.FieldError;
import io.examledger.query.BadQuery;
import io.examledger.query.Forbidden;
import io.examledger.query.IdempotencyKeyReused;
import io.examledger.query.NotFound;
import io.examledger.query.ReadModelBehind;
import io.examledger.query.exports.TooManyExports;
import io.examledger.query.replay.SwapForbidden;
import io.examledger.query.replay.TooManyReplays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the query side refuses, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryProblems {
    private static final Refusal UNKNOWN = Refusals.notFound().refusal();

    @ExceptionHandler
    ProblemDetail badQuery(BadQuery bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, Problems.codeOf(400), new FieldError(bad.field(), bad.message()));
    }

    /** The same as a command's, so that unknown and foreign look the same everywhere (ACC-4). */
    @ExceptionHandler
    ProblemDetail notFound(NotFound unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, UNKNOWN.code(), UNKNOWN.detail());
    }

    @ExceptionHandler
    ProblemDetail forbidden(Forbidden forbidden) {
        return Problems.of(HttpStatus.FORBIDDEN, Problems.codeOf(403), "The caller's roles do not allow this request.");
    }

    @ExceptionHandler
    ProblemDetail reused(IdempotencyKeyReused reused) {
        return Problems.keyReused();
    }

    @ExceptionHandler
    ProblemDetail swapForbidden(SwapForbidden forbidden) {
        return Problems.of(HttpStatus.FORBIDDEN, Problems.codeOf(403), String.valueOf(forbidden.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyExports tooMany) {
        return tooMany("exports.too-many", tooMany);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyReplays tooMany) {
        return tooMany("replays.too-many", tooMany);
    }

    private static ResponseEntity<ProblemDetail> tooMany(String code, RuntimeException tooMany) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, code, String.valueOf(tooMany.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> behind(ReadModelBehind behind) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, behind.retryAfter().toSeconds())))
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "read-model.behind",
                        "The read models have not seen that change yet. Ask again in a moment."));
    }
}
