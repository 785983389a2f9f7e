/** Accounts to try the system with. They exist in the embedded default only. */
@NullMarked
package io.examledger.platform.demo;

import org.jspecify.annotations.NullMarked;
