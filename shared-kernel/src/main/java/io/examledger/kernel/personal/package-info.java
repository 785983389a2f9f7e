/** Personal data and secrets: how they are held outside of clear text. */
@NullMarked
package io.examledger.kernel.personal;

import org.jspecify.annotations.NullMarked;
