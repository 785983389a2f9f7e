/** Redeem codes: search, filter, and what their owner may know of them (COD-12, PLT-3). */
@NullMarked
package io.examledger.query.redeemcodes;

import org.jspecify.annotations.NullMarked;
