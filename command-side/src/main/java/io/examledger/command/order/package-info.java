/** Orders: placing, paying, issuing their codes. */
@NullMarked
package io.examledger.command.order;

import org.jspecify.annotations.NullMarked;
