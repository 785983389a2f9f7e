/** Appointments: from the reservation to the released result. */
@NullMarked
package io.examledger.command.appointment;

import org.jspecify.annotations.NullMarked;
