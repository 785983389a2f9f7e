package io.examledger.platform.model;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the rule book says of a command: the codes of all rules it would break. With none it is accepted. The rule book does
 * not say which of several broken rules is named, so each of them will do.
 */
final class Verdict {
    /** Not a refusal: what the clock sent comes too early for the process that is under way, and is sent again. */
    static final String POSTPONED = "(postponed)";

    private final Set<String> broken = new TreeSet<>();
    private @Nullable Object answer;

    Verdict unless(boolean kept, String refusal) {
        if (!kept) {
            broken.add(refusal);
        }
        return this;
    }

    /** A rule that can only be asked where all before it are kept. */
    Verdict thenUnless(BooleanSupplier kept, String refusal) {
        return accepted() ? unless(kept.getAsBoolean(), refusal) : this;
    }

    /** What happens if all rules are kept. */
    Verdict then(Runnable change) {
        if (accepted()) {
            change.run();
        }
        return this;
    }

    Verdict answers(Object expected) {
        if (accepted()) {
            answer = expected;
        }
        return this;
    }

    boolean accepted() {
        return broken.isEmpty();
    }

    /** Whether what the command side did is what is expected; the outcome is empty where it was accepted. */
    boolean allows(String outcome) {
        return accepted() ? outcome.isEmpty() : broken.contains(outcome);
    }

    /** The answer, where the rule book says it; any other is as good as another. */
    boolean allowsAnswer(Object given) {
        return answer == null || answer.equals(given);
    }

    @Override
    public String toString() {
        return accepted() ? answer == null ? "accepted" : "accepted: " + answer : "refused with one of " + broken;
    }
}
