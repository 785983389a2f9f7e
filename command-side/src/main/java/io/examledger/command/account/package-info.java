/** Accounts and their verification. */
@NullMarked
package io.examledger.command.account;

import org.jspecify.annotations.NullMarked;
