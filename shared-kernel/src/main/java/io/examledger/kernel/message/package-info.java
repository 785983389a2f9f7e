/** Messages that leave the system, by email or SMS, and what becomes of them. */
@NullMarked
package io.examledger.kernel.message;

import org.jspecify.annotations.NullMarked;
