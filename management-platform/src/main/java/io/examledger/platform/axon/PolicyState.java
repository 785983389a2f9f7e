package io.examledger.platform.axon;

import org.jspecify.annotations.Nullable;

/**
 * What health and metrics say of a policy.
 *
 * @param parkedSequences how many orders and bulk changes wait for repair; 0 is healthy. They are tried again by themselves
 * @param running whether the processor was started here and has not stopped
 * @param error class of what keeps it from going on here; null while it works, or works elsewhere. It tries again by itself
 */
record PolicyState(
        String name,
        int parkedSequences,
        boolean running,
        @Nullable String error) {
    boolean healthy() {
        return running && parkedSequences == 0 && error == null;
    }
}
