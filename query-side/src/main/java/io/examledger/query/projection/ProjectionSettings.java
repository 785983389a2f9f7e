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
    public static ProjectionSettings standard() {
        return new ProjectionSettings(500, Duration.ofSeconds(1), Duration.ofSeconds(10), 2, RepeatedRetry.PAUSE);
    }
}
