/** Tests of redeem codes. */
@NullMarked
package io.examledger.query.redeemcodes;

import org.jspecify.annotations.NullMarked;
