/** Giving a code a new string. */
@NullMarked
package io.examledger.command.redeemcode.regenerate;

import org.jspecify.annotations.NullMarked;
