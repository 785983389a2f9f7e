/** Appointments and what they came to: one row for each attempt (PLT-4), which shows a result from its release on (RES-1). */
@NullMarked
package io.examledger.query.attempts;

import org.jspecify.annotations.NullMarked;
