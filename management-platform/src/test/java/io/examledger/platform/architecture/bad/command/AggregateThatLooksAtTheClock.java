package io.examledger.platform.architecture.bad.command;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateIdentifier;

class AggregateThatLooksAtTheClock {
    @AggregateIdentifier
    private String id = "";

    boolean isLate(Clock clock, Instant due) {
        return !id.isEmpty() && clock.instant().isAfter(due);
    }
}
