/** The Merkle tree over the stored log, grown when it is asked for, and the check of log and tree (AUD-4, ADR 0016). */
@NullMarked
package io.examledger.eventstore.tree;

import org.jspecify.annotations.NullMarked;
