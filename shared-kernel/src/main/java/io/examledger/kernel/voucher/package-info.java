/** Promo vouchers: their identity and what happens to them. */
@NullMarked
package io.examledger.kernel.voucher;

import org.jspecify.annotations.NullMarked;
