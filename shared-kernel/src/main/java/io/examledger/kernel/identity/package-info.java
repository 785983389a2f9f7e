/** Where identifiers come from: the edge, so that nothing behind it needs randomness. */
@NullMarked
package io.examledger.kernel.identity;

import org.jspecify.annotations.NullMarked;
