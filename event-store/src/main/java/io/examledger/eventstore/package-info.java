/** The event log: appended in groups, in commit order, chained by hashes, with what must commit beside the events. Start reading at LedgerEventStorageEngine. */
@NullMarked
package io.examledger.eventstore;

import org.jspecify.annotations.NullMarked;
