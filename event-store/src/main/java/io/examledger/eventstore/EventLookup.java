package io.examledger.eventstore;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Looks up single events of the log by their positions, for whoever has kept those instead of the events. */
public final class EventLookup {
    private final LogReader reader;
    private final EventJsonSerializer serializer;
    private final EventUpcaster upcasters;

    /** @param upcasters as the storage engine has them */
    public EventLookup(
            DataSource dataSource, LogDialect dialect, EventJsonSerializer serializer, EventUpcaster upcasters) {
        this.reader = new LogReader(dataSource, dialect);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** In no particular order; a position that is not in the log is left out. */
    public List<TrackedEventMessage<?>> at(Collection<Long> positions) {
        return EventUtils.upcastAndDeserializeTrackedEvents(reader.at(positions).stream(), serializer, upcasters)
                .toList();
    }
}
