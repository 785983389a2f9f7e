/** What heads, proofs and verification of a long log cost (ADR 0016). */
@NullMarked
package io.examledger.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
