package io.examledger.query.projection;

import java.time.Duration;

/**
 * How projections are run.
 *
 * @param batchSize most events written in one transaction
 * @param claimInterval how long a node waits before it claims a projection that nobody runs, or tries a failed batch again
 * @param claimTimeout after which a node that says nothing loses its projections
 * @param workers threads that all projections share
 * @param retryPause after which parked events are tried again
 */
public record ProjectionSettings(
        int batchSize, Duration claimInterval, Duration claimTimeout, int workers, Duration retryPause) {
    /** What suits most, but for the time in which a node that was killed is missed. */
    public static ProjectionSettings standard(Duration claimTimeout) {
        return new ProjectionSettings(500, Duration.ofSeconds(1), claimTimeout, 2, RepeatedRetry.PAUSE);
    }
}
