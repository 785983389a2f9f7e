/** How far the read models are behind. */
@NullMarked
package io.examledger.benchmarks.lag;

import org.jspecify.annotations.NullMarked;
