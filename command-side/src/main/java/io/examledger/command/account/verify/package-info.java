/** Verifying an account's identity. */
@NullMarked
package io.examledger.command.account.verify;

import org.jspecify.annotations.NullMarked;
