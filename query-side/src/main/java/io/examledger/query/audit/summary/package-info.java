/** Events in plain words: one exhaustive switch for each family, so that a new event is told or does not compile. */
@NullMarked
package io.examledger.query.audit.summary;

import org.jspecify.annotations.NullMarked;
