package io.examledger.query.asof;

import java.time.Instant;

/** Tells positions in the log by the time at which events were recorded. */
public interface RecordedPositions {
    /** Position of the last event that was recorded at the instant or before; 0 if there is none. */
    long at(Instant instant);
}
