package io.examledger.command.site;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.site.open.OpenSite;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.site.Venue;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A test center. */
public class Site {
    // Null until the first event is applied: Axon then reads the identifier from that event. Only Axon reads it.
    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private String siteId;

    private Venue venue = new Venue("", "", "");

    /** For Axon, before the first event. */
    protected Site() {}

    public static Site open(OpenSite command) {
        Site site = new Site();
        apply(new SiteEvent.Opened(
                command.siteId().value(),
                command.name(),
                command.address(),
                command.zone().getId(),
                command.at()));
        return site;
    }

    /** As people are told of it. */
    public Venue venue() {
        return venue;
    }

    @EventSourcingHandler
    void evolve(SiteEvent.Opened event) {
        siteId = event.siteId();
        venue = new Venue(event.name(), event.address(), event.zone());
    }
}
