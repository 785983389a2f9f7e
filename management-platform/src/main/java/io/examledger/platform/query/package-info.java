/** The query side in this application: its wiring, its problems, its health. */
@NullMarked
package io.examledger.platform.query;

import org.jspecify.annotations.NullMarked;
