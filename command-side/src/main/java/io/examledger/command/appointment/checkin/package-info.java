/** Showing who one is: identity documents and the legal name. */
@NullMarked
package io.examledger.command.appointment.checkin;

import org.jspecify.annotations.NullMarked;
