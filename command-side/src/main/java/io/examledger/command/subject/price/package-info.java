/** Changing the price of a subject. */
@NullMarked
package io.examledger.command.subject.price;

import org.jspecify.annotations.NullMarked;
