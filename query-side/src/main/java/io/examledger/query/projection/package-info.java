/** Runs projections: folds the log into read models, batch by batch, exactly once, and parks what cannot be folded. */
@NullMarked
package io.examledger.query.projection;

import org.jspecify.annotations.NullMarked;
