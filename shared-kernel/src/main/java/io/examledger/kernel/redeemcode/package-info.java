/** Redeem codes: identity, code string, and everything that can happen to one. */
@NullMarked
package io.examledger.kernel.redeemcode;

import org.jspecify.annotations.NullMarked;
