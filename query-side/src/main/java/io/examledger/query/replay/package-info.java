/** Rebuilding read models beside the served ones, comparing the two, and changing one for the other (AUD-3). */
@NullMarked
package io.examledger.query.replay;

import org.jspecify.annotations.NullMarked;
