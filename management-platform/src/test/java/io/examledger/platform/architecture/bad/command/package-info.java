/** Bad examples: what the fences must hold back. */
@NullMarked
package io.examledger.platform.architecture.bad.command;

import org.jspecify.annotations.NullMarked;
