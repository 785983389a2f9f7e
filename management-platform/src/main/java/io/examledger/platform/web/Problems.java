package io.examledger.platform.web;

import io.examledger.command.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds problem details (RFC 9457) with the members this API adds: {@code code} and {@code errors}. */
public final class Problems {
    /** Stable code of the refusal, for programs. */
    static final String CODE = "code";

    static final String ERRORS = "errors";

    private Problems() {}

    /**
     * One field that is wrong.
     *
     * @param field its path in the request, for example {@code parts[0].amount}
     * @param message for a person
     */
    public record FieldError(String field, String message) {}

    static ProblemDetail of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound r -> of(HttpStatus.NOT_FOUND, r.code(), r.detail());
            case Refusal.Forbidden r -> of(HttpStatus.FORBIDDEN, r.code(), r.detail());
            case Refusal.Conflict r -> of(HttpStatus.CONFLICT, r.code(), r.detail());
            case Refusal.Invalid r -> of(HttpStatus.BAD_REQUEST, r.code(), new FieldError(r.field(), r.detail()));
        };
    }

    public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(CODE, code);
        return problem;
    }

    public static ProblemDetail of(HttpStatusCode status, String code, FieldError error) {
        ProblemDetail problem = of(status, code, error.field() + ": " + error.message());
        problem.setProperty(ERRORS, List.of(error));
        return problem;
    }

    /** An {@code Idempotency-Key} came back with another request. */
    public static ProblemDetail keyReused() {
        return of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key.reused",
                "This Idempotency-Key was used with another request. Use a new key for a new request.");
    }

    /** Of what the container says, which knows no more than the status. */
    static ProblemDetail ofContainer(HttpStatus status) {
        return of(
                status,
                codeOf(status.value()),
                status.is5xxServerError()
                        ? "Something failed here, not in your request."
                        : "The request cannot be processed as it was sent.");
    }

    /** Gives a problem that the framework made the code for its status. */
    static ProblemDetail coded(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties();
        if (properties == null || !properties.containsKey(CODE)) {
            problem.setProperty(CODE, codeOf(problem.getStatus()));
        }
        return problem;
    }

    public static String codeOf(int status) {
        return switch (status) {
            case 400 -> "request.invalid";
            case 401 -> "authentication.required";
            case 403 -> "access.denied";
            case 404 -> "request.unknown-path";
            case 405 -> "request.method-not-allowed";
            case 406 -> "request.not-acceptable";
            case 413 -> "request.too-large";
            case 415 -> "request.unsupported-media-type";
            case 503 -> "unavailable";
            default -> status < 500 ? "request.refused" : "internal";
        };
    }
}
