/** Results: recorded, corrected, released. */
@NullMarked
package io.examledger.command.appointment.result;

import org.jspecify.annotations.NullMarked;
