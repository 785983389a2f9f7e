/** The fences of the whole code base, each shown to hold somebody back. */
@NullMarked
package io.examledger.platform.architecture;

import org.jspecify.annotations.NullMarked;
