/** Warm-up, interleaved rounds, medians and spread, and the report. */
@NullMarked
package io.examledger.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
