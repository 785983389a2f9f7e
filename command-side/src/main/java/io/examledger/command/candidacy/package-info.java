/** Candidacies: one open registration for one person and subject. */
@NullMarked
package io.examledger.command.candidacy;

import org.jspecify.annotations.NullMarked;
