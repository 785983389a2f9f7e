/** Test centers. */
@NullMarked
package io.examledger.kernel.site;

import org.jspecify.annotations.NullMarked;
