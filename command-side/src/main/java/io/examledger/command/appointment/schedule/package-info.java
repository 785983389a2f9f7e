/** Making an appointment. */
@NullMarked
package io.examledger.command.appointment.schedule;

import org.jspecify.annotations.NullMarked;
