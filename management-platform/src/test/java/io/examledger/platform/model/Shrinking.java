package io.examledger.platform.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves steps out of a history that fails, as long as what is left still fails. */
final class Shrinking {
    private static final int MOST_TRIES = 120;
    private final Predicate<History> fails;
    private int tries;

    Shrinking(Predicate<History> fails) {
        this.fails = fails;
    }

    History shortest(History failing) {
        History best = failing;
        for (int chunk = Integer.highestOneBit(best.steps().size()); chunk >= 1; chunk /= 2) {
            best = without(best, chunk);
        }
        return best;
    }

    /** From the end, as what comes after the failure does not matter. */
    private History without(History failing, int chunk) {
        History best = failing;
        for (int from = best.steps().size() - chunk; from >= 0 && tries < MOST_TRIES; from -= chunk) {
            int to = Math.min(from + chunk, best.steps().size());
            List<Long> fewer = new ArrayList<>(best.steps());
            fewer.subList(Math.min(from, to), to).clear();
            tries++;
            History shorter = best.with(fewer);
            best = fails.test(shorter) ? shorter : best;
        }
        return best;
    }
}
