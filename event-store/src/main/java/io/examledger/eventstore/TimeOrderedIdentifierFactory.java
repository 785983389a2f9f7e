package io.examledger.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives Axon's messages UUIDs of version 7: an index over ids in time order grows at its right edge. Within a millisecond they
 * are counted up from a random beginning (RFC 9562, 6.2, method 2); they are unique, not secret.
 */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
