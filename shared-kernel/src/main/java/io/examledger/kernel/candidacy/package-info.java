/** Candidacies: one person in one subject. */
@NullMarked
package io.examledger.kernel.candidacy;

import org.jspecify.annotations.NullMarked;
