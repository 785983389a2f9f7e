/** Accounts, and the names of the people behind their ids. */
@NullMarked
package io.examledger.query.accounts;

import org.jspecify.annotations.NullMarked;
