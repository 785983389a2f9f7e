/**
 * The proof of the log over HTTP and beyond (AUD-4, ADR 0016): signed heads, their anchoring outside the database, proofs,
 * verification as a job, the plain export. What is proven, and how, lies in the event store.
 */
@NullMarked
package io.examledger.platform.ledger;

import org.jspecify.annotations.NullMarked;
