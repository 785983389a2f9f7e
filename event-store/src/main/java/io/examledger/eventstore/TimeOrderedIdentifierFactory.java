package io.examledger.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.axonframework.common.IdentifierFactory;

/** Gives Axon's messages UUIDs of version 7 (RFC 9562): an index over ids in time order grows at its right edge. */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {
    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
