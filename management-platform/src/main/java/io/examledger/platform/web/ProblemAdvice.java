package io.examledger.platform.web;

import io.examledger.command.Answers;
import io.examledger.command.Commands.IdempotencyKeyReused;
import io.examledger.command.Commands.OutcomeUnknown;
import io.examledger.command.Refused;
import io.examledger.command.Throttled;
import io.examledger.command.payment.PaymentProviderUnavailable;
import io.examledger.eventstore.LogUnavailableException;
import io.examledger.platform.axon.DueWork;
import io.examledger.platform.web.Problems.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where refusals and failures become problem details. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String INVALID = Problems.codeOf(400);
    private static final Duration SOON = Duration.ofSeconds(1);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        ProblemDetail problem = Problems.of(refused.refusal());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (refused.replayed()) {
            answer.header(Answers.IDEMPOTENCY_REPLAYED, "true");
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ProblemDetail reused(IdempotencyKeyReused reused) {
        return Problems.keyReused();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(OutcomeUnknown unknown) {
        LOG.warn("the outcome of a command is unknown", unknown);
        String detail = "The database did not say whether this was stored. Repeat the request with the same"
                + " Idempotency-Key to find out; without a key, look before you repeat it.";
        return later(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "outcome.unknown", detail), SOON);
    }

    /** Nothing was stored, and nothing is wrong with the request. */
    @ExceptionHandler({
        LogUnavailableException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(RuntimeException failure, HttpServletRequest request) {
        LOG.error("request {} met no database", RequestIdentity.of(request), failure);
        String detail = "The database does not answer at the moment; nothing was stored. Repeat the request.";
        return later(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, Problems.codeOf(503), detail), SOON);
    }

    @ExceptionHandler
    ProblemDetail lostRace(ConcurrencyException race) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "conflict.lost-race",
                "Others changed the same thing at the same time, again and again. Look at it, then try again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> throttled(Throttled throttled) {
        String detail = "Too many codes that could not be used. Wait before you try another one.";
        return later(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "throttled", detail), throttled.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> providerAway(PaymentProviderUnavailable away) {
        LOG.warn("the payment provider is away: {}", away.getMessage());
        String detail =
                "The payment provider did not say what became of the payment. Repeat the request: it goes on where"
                        + " it stopped, and nothing is taken twice.";
        return later(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "payment.outcome-unknown", detail), SOON);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfinished(DueWork.Unfinished unfinished) {
        LOG.warn("the test clock got stuck: {}", unfinished.getMessage());
        String detail = "Not everything that was due is done: " + unfinished.getMessage() + ". It goes on by itself;"
                + " repeat the request with the same Idempotency-Key.";
        return later(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "test-clock.unfinished", detail), SOON);
    }

    @ExceptionHandler
    ProblemDetail badHeader(BadHeader bad) {
        return Problems.of(
                HttpStatus.BAD_REQUEST, INVALID, new FieldError(bad.header(), String.valueOf(bad.getMessage())));
    }

    /** The firewall looks at a parameter only when it is asked for, which is inside the dispatcher. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException rejected) {
        return Problems.of(
                HttpStatus.BAD_REQUEST, INVALID, "A parameter or header contains a character that cannot be used.");
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return Problems.of(HttpStatus.FORBIDDEN, Problems.codeOf(403), "The caller's roles do not allow this request.");
    }

    @ExceptionHandler
    ProblemDetail failed(RuntimeException failure, HttpServletRequest request) {
        if (BadInput.isBehind(failure)) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST, INVALID, new FieldError("body", String.valueOf(failure.getMessage())));
        }
        String id = RequestIdentity.of(request);
        LOG.error("request {} {} failed", request.getMethod(), id, failure);
        ProblemDetail problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Something failed here, not in your request. Quote the correlation id to whoever runs this system.");
        problem.setProperty("correlationId", id);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = failure.getCause() instanceof JacksonException json
                ? JsonComplaint.about(json)
                : new FieldError("body", "is missing or cannot be read");
        return handleExceptionInternal(
                failure, Problems.of(HttpStatus.BAD_REQUEST, INVALID, error), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        String reason = BadInput.reasonOf(failure);
        FieldError error = new FieldError(name, reason == null ? "is not a valid value" : reason);
        return handleExceptionInternal(
                failure, Problems.of(HttpStatus.BAD_REQUEST, INVALID, error), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "There is nothing at this address. What there is stands at /swagger-ui.";
        return handleExceptionInternal(
                failure, Problems.of(HttpStatus.NOT_FOUND, Problems.codeOf(404), detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            Problems.coded(problem);
        }
        return answer;
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(problem);
    }
}
