/** Subjects of the catalogue. */
@NullMarked
package io.examledger.command.subject;

import org.jspecify.annotations.NullMarked;
