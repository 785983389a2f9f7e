package io.examledger.eventstore;

import java.util.UUID;

/** An event on its way into the log, serialised by the thread that decided it. */
record NewEvent(
        UUID id,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        String payload,
        String metadata) {}
