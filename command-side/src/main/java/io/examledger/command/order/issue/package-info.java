/** Issuing the codes of a paid enterprise order. */
@NullMarked
package io.examledger.command.order.issue;

import org.jspecify.annotations.NullMarked;
