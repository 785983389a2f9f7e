/** Refunding an order: its codes, its money, and what staff say to held requests (rule book §10). */
@NullMarked
package io.examledger.command.order.refund;

import org.jspecify.annotations.NullMarked;
