/** The numbers of the overview page (PLT-1). */
@NullMarked
package io.examledger.query.overview;

import org.jspecify.annotations.NullMarked;
