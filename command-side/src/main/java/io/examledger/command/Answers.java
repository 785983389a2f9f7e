package io.examledger.command;

import io.examledger.command.Commands.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Turns outcomes into HTTP answers with the headers every command's answer has. */
public final class Answers {
    /** Read models that answer a GET sent with this token have seen the command. */
    public static final String CONSISTENCY_TOKEN = "Consistency-Token";
    /** {@code true} on an answer that repeats an earlier one. */
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";

    private Answers() {}

    /** The handler's answer as the body. */
    public static <R> ResponseEntity<R> body(HttpStatus status, Outcome<R> outcome) {
        return headers(status, outcome).body(outcome.answer());
    }

    /** No body. */
    public static ResponseEntity<Void> noContent(Outcome<?> outcome) {
        return headers(HttpStatus.NO_CONTENT, outcome).build();
    }

    private static ResponseEntity.BodyBuilder headers(HttpStatus status, Outcome<?> outcome) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).header(CONSISTENCY_TOKEN, Long.toString(outcome.position()));
        return outcome.replayed() ? answer.header(IDEMPOTENCY_REPLAYED, "true") : answer;
    }
}
