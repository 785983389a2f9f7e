/** Appointments: a reserved place and time for one registration, and what comes of it. */
@NullMarked
package io.examledger.kernel.appointment;

import org.jspecify.annotations.NullMarked;
