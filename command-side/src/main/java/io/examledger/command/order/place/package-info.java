/** Placing an order. */
@NullMarked
package io.examledger.command.order.place;

import org.jspecify.annotations.NullMarked;
