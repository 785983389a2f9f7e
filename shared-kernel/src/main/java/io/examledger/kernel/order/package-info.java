/** Orders, their payment and their validity. */
@NullMarked
package io.examledger.kernel.order;

import org.jspecify.annotations.NullMarked;
