/** Measures the system beside its baselines. Start reading at Benchmarks. */
@NullMarked
package io.examledger.benchmarks;

import org.jspecify.annotations.NullMarked;
