package io.examledger.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * What health and metrics say of a projection.
 *
 * @param version of the projection that runs here
 * @param servedVersion the version that wrote the rows which are served: lower while newer ones are built beside them, higher on a
 *     node of an older release, which leaves them alone
 * @param position of the last event it has seen
 * @param parkedSequences how many sequences wait for repair; 0 is healthy
 * @param running whether the processor was started here and has not stopped
 * @param error class of what the last batch failed with here; null if it was written, or runs elsewhere. It tries again by itself
 */
public record ProjectionState(
        String name,
        int version,
        int servedVersion,
        long position,
        int parkedSequences,
        boolean running,
        @Nullable String error) {
    /** Whether rows of an older version are served. */
    public boolean outdated() {
        return servedVersion < version;
    }
}
