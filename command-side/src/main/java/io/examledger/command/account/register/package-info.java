/** Registering an account. */
@NullMarked
package io.examledger.command.account.register;

import org.jspecify.annotations.NullMarked;
