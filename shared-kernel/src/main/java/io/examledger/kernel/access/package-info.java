/** Who is calling, and in which roles. */
@NullMarked
package io.examledger.kernel.access;

import org.jspecify.annotations.NullMarked;
