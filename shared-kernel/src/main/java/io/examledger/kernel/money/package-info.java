/** Amounts of money in minor units with their currency. */
@NullMarked
package io.examledger.kernel.money;

import org.jspecify.annotations.NullMarked;
