/** Where identifiers come from, the edge, so that nothing behind it needs randomness; and what they look like. */
@NullMarked
package io.examledger.kernel.identity;

import org.jspecify.annotations.NullMarked;
