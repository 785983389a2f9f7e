package io.examledger.platform.query;

import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.query.access.ReadLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Appends reads of personal data straight to the log: there is nothing to decide, each is a stream of its own, and a node
 * that answers queries has no command side.
 */
final class LedgerReadLog implements ReadLog {
    private static final String AGGREGATE = "PersonalDataRead";

    private final LedgerEventStorageEngine log;
    private final Counter shown;

    LedgerReadLog(LedgerEventStorageEngine log, MeterRegistry meters) {
        this.log = log;
        this.shown = Counter.builder("examledger.personal.data.shown")
                .description("People whose names staff were shown, as often as they were")
                .register(meters);
    }

    @Override
    public void append(PersonalDataEvent.Read read, String correlationId, String causationId) {
        log.appendEvents(new GenericDomainEventMessage<>(
                AGGREGATE,
                read.readId(),
                0,
                read,
                Map.of(
                        "actor", read.reader(),
                        "correlationId", correlationId,
                        "causationId", causationId)));
        shown.increment(read.accounts().size());
    }
}
