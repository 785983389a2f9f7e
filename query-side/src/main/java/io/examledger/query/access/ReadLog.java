package io.examledger.query.access;

import io.examledger.kernel.personal.PersonalDataEvent;

/** Where reads of personal data are kept: the log. The platform provides it. */
@FunctionalInterface
public interface ReadLog {
    /**
     * Stores the event durably.
     *
     * @param correlationId of the request or export that it came of
     * @param causationId what led to it, as events name it
     * @throws RuntimeException if it was not, or may not have been, stored
     */
    void append(PersonalDataEvent.Read read, String correlationId, String causationId);
}
