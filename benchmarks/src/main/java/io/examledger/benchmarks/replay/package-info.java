/** Read models rebuilt from a large log while others write. */
@NullMarked
package io.examledger.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
