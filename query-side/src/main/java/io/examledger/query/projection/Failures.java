package io.examledger.query.projection;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what may go away by itself from what an event brings with it. */
final class Failures {
    private Failures() {}

    /** Connections, locks, time-outs: the batch is tried again as it is, nothing is parked. */
    static boolean passing(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException;
    }
}
