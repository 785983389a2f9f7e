/** Tests of the runner of projections. */
@NullMarked
package io.examledger.query.projection;

import org.jspecify.annotations.NullMarked;
