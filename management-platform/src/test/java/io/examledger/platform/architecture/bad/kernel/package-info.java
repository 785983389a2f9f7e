/** Bad examples: what the fences must hold back. */
@NullMarked
package io.examledger.platform.architecture.bad.kernel;

import org.jspecify.annotations.NullMarked;
