/** Seats at a start: of a session at a site, or of the online pool. */
@NullMarked
package io.examledger.kernel.examsession;

import org.jspecify.annotations.NullMarked;
