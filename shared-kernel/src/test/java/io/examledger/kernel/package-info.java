/** Tests of what several packages of the kernel have in common. */
@NullMarked
package io.examledger.kernel;

import org.jspecify.annotations.NullMarked;
