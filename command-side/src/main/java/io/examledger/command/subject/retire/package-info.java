/** Retiring a subject. */
@NullMarked
package io.examledger.command.subject.retire;

import org.jspecify.annotations.NullMarked;
