/** Small secrets in the data directory of the embedded default. */
@NullMarked
package io.examledger.platform.files;

import org.jspecify.annotations.NullMarked;
