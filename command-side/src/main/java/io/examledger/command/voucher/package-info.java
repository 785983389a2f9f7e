/** Promo vouchers: a percentage off one order (rule book §5). */
@NullMarked
package io.examledger.command.voucher;

import org.jspecify.annotations.NullMarked;
