/** Bad examples: what the fences must hold back. */
@NullMarked
package io.examledger.platform.architecture.bad.query;

import org.jspecify.annotations.NullMarked;
