/** The one clock, and where identities come from. */
@NullMarked
package io.examledger.platform.time;

import org.jspecify.annotations.NullMarked;
