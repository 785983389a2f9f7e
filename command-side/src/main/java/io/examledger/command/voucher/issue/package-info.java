/** Issuing vouchers. */
@NullMarked
package io.examledger.command.voucher.issue;

import org.jspecify.annotations.NullMarked;
