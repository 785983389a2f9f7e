/** The whole system, started in this process. */
@NullMarked
package io.examledger.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
