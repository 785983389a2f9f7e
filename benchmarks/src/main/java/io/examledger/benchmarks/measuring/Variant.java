package io.examledger.benchmarks.measuring;

import java.time.Duration;

/** One of the things compared. */
public interface Variant {
    String name();

    /** Prepares, measures, and answers units for each second. */
    double rate(int clients, Duration time) throws Exception;
}
