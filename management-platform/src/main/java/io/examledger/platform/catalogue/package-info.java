/** The subjects that the embedded default starts with. */
@NullMarked
package io.examledger.platform.catalogue;

import org.jspecify.annotations.NullMarked;
