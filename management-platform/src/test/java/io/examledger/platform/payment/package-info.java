/** Payments through PayPal, against a stand-in that fails as the real one may. */
@NullMarked
package io.examledger.platform.payment;

import org.jspecify.annotations.NullMarked;
