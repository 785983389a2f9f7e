/** A long log with every event of the catalogue, told story by story. Start reading at {@code LongHistory}. */
@NullMarked
package io.examledger.benchmarks.history;

import org.jspecify.annotations.NullMarked;
