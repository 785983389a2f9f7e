package io.examledger.query;

/** There is no such thing, or it is not the caller's to see (ACC-4); answered with 404. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String what;

    /** @param what the kind of thing in kebab case, for example {@code redeem-code} */
    public NotFound(String what) {
        super("there is no such " + what + ", or it is not yours");
        this.what = what;
    }

    public String what() {
        return what;
    }
}
