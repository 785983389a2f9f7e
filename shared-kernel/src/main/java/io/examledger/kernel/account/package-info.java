/** Accounts of buyers and examinees, and what happens to them. */
@NullMarked
package io.examledger.kernel.account;

import org.jspecify.annotations.NullMarked;
