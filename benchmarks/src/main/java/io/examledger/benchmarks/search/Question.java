package io.examledger.benchmarks.search;

/**
 * A page of the history that somebody wants.
 *
 * @param words what is asked
 */
record Question(String words, Asked asked) {
    /** Asks it. */
    interface Asked {
        /**
         * @param time how often it was asked before, by which it is about another thing
         * @return number of the entries that were shown
         */
        int rows(int time);
    }
}
