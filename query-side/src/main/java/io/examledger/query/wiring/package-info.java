/** Puts the query side together from what the platform provides. */
@NullMarked
package io.examledger.query.wiring;

import org.jspecify.annotations.NullMarked;
