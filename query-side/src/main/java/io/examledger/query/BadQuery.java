package io.examledger.query;

/** A question that cannot be answered as it was put; answered with 400. */
public final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /**
     * @param field the parameter, header or body field at fault
     * @param message for a person: what would be right. Never repeats what was given
     */
    public BadQuery(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** For a person. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
