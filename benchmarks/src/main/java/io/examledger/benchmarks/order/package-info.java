/** An order of 100,000 codes beside a plain batch insert of the same rows. */
@NullMarked
package io.examledger.benchmarks.order;

import org.jspecify.annotations.NullMarked;
