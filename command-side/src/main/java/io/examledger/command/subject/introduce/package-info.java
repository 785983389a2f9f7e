/** Adding a subject to the catalogue. */
@NullMarked
package io.examledger.command.subject.introduce;

import org.jspecify.annotations.NullMarked;
