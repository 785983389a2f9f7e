/** Exam sessions and their seats, at sites and online. */
@NullMarked
package io.examledger.command.examsession;

import org.jspecify.annotations.NullMarked;
