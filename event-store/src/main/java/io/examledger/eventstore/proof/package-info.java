/**
 * What it takes to check the log without the system that wrote it (AUD-4, ADR 0016): the chain, the Merkle tree over it,
 * signed heads, proofs, and the program that checks an export offline. Depends on nothing but the JDK.
 */
@NullMarked
package io.examledger.eventstore.proof;

import org.jspecify.annotations.NullMarked;
