/** Balances that payments are taken from and refunds go back to. */
@NullMarked
package io.examledger.kernel.payment;

import org.jspecify.annotations.NullMarked;
