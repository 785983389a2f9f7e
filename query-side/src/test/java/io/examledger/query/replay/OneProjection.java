package io.examledger.query.replay;

import io.examledger.query.ReadModels;
import io.examledger.query.projection.Projection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Replays of a node that knows one projection only. */
final class OneProjection {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private OneProjection() {}

    static ReplayRuntime runtime(ReadModels models, Projection projection) {
        return new ReplayRuntime(
                models.dataSource(),
                models.transactions(),
                models.log(),
                List.of(projection),
                () -> UUID.randomUUID().toString(),
                SILENCE);
    }
}
