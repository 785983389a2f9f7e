/** Deadlines, kept in a table that is folded from the log, and the sweep that does what is due (ADR 0011). */
@NullMarked
package io.examledger.platform.deadline;

import org.jspecify.annotations.NullMarked;
