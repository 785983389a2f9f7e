/** Moving money: the port to whoever does it, and the balances that do it by themselves. */
@NullMarked
package io.examledger.command.payment;

import org.jspecify.annotations.NullMarked;
