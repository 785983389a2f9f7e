package io.examledger.command.site.open;

import io.examledger.command.site.Site;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Opens test centers. */
public class OpenSiteHandler {
    private final Repository<Site> sites;

    public OpenSiteHandler(Repository<Site> sites) {
        this.sites = sites;
    }

    @CommandHandler
    public SiteOpened handle(OpenSite command) throws Exception {
        sites.newInstance(() -> Site.open(command));
        return new SiteOpened(command.siteId().value());
    }

    /** The answer. */
    public record SiteOpened(String siteId) {}
}
