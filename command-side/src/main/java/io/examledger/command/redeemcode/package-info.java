/** Redeem codes: the state machine of rule book §6. */
@NullMarked
package io.examledger.command.redeemcode;

import org.jspecify.annotations.NullMarked;
