/** Moving and cancelling an appointment. */
@NullMarked
package io.examledger.command.appointment.change;

import org.jspecify.annotations.NullMarked;
