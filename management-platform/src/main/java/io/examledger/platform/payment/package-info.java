/** The payment provider of a production installation: PayPal's Orders API, version 2. */
@NullMarked
package io.examledger.platform.payment;

import org.jspecify.annotations.NullMarked;
