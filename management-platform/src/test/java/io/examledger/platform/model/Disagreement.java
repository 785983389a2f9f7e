package io.examledger.platform.model;

/** The system did not do what the rule book says. */
final class Disagreement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Disagreement(String message) {
        super(message);
    }

    Disagreement(String message, Throwable cause) {
        super(message, cause);
    }
}
