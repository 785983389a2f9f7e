package io.examledger.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that one unit of work stores: whole or not at all. Without events it may only be a receipt, of a refusal. */
record Append(
        List<NewEvent> events, List<Claim> claims, @Nullable Receipt receipt) {
    Append {
        events = List.copyOf(events);
        claims = List.copyOf(claims);
        if (events.isEmpty() && (receipt == null || !claims.isEmpty())) {
            throw new IllegalArgumentException("an append without events is a receipt and nothing else");
        }
    }

    /** Rows written, for the size of a group. */
    int rows() {
        return events.size() + claims.size() + (receipt == null ? 0 : 1);
    }
}
