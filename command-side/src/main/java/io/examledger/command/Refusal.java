package io.examledger.command;

/**
 * Why a command was refused: a value, not a failure. Its code is stable and documented, its detail tells a person what
 * would be allowed.
 */
public sealed interface Refusal {
    /** Aggregate and reason in kebab case, for example {@code redeem-code.not-unused}. */
    String code();

    /** One or two sentences for a person; no secrets and no personal data. */
    String detail();

    /** There is no such thing, or it is not the caller's to see (ACC-4). */
    record NotFound(String code, String detail) implements Refusal {}

    /** The caller may never do this, whatever the state. */
    record Forbidden(String code, String detail) implements Refusal {}

    /** A rule says no in the present state, or a race was lost. */
    record Conflict(String code, String detail) implements Refusal {}

    /** The command does not make sense as given, for a reason only the domain knows. */
    record Invalid(String code, String detail, String field) implements Refusal {}
}
