/** Beginning an online session. */
@NullMarked
package io.examledger.command.appointment.launch;

import org.jspecify.annotations.NullMarked;
