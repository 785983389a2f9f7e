package io.examledger.query;

/** The caller's role does not allow what was asked for, which the endpoint alone does not tell (ACC-4); answered with 403. */
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Forbidden() {
        super("the caller's roles do not allow this");
    }
}
