/** Deadlines: commands that are sent when their time has come. A slice says which by a {@code DeadlineRule}. */
@NullMarked
package io.examledger.command.deadline;

import org.jspecify.annotations.NullMarked;
