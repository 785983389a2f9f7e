/** Taking a bound code back. */
@NullMarked
package io.examledger.command.redeemcode.unbind;

import org.jspecify.annotations.NullMarked;
