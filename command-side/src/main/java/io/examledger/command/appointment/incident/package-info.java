/** What ends an appointment otherwise: violation, interruption, no-show. */
@NullMarked
package io.examledger.command.appointment.incident;

import org.jspecify.annotations.NullMarked;
