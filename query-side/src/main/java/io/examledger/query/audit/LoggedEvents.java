package io.examledger.query.audit;

import io.examledger.query.projection.RecordedEvent;
import java.util.Collection;
import java.util.List;

/** The log itself, of which the read models of the history keep positions only. The platform provides it. */
public interface LoggedEvents {
    /** The events at these positions, in no particular order. */
    List<RecordedEvent> at(Collection<Long> positions);
}
