/** Why things stand as they do: the rule, in plain words, and the events that decided it. Folded from the log alone. */
@NullMarked
package io.examledger.query.audit.explanation;

import org.jspecify.annotations.NullMarked;
