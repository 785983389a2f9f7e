/** What every event has in common: its stable name on the wire, and the catalogue of all of them. */
@NullMarked
package io.examledger.kernel.event;

import org.jspecify.annotations.NullMarked;
