package io.examledger.command;

/** The refusals that belong to no single aggregate. */
public final class Refusals {
    private Refusals() {}

    /** Unknown and foreign look the same (ACC-4). */
    public static Refused notFound() {
        return new Refused(new Refusal.NotFound("not-found", "There is no such thing, or it is not yours."));
    }

    /** A rule says no. */
    public static Refused conflict(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
