/** Binding a redeem code to a person by its code string (COD-2). */
@NullMarked
package io.examledger.command.redeemcode.bind;

import org.jspecify.annotations.NullMarked;
