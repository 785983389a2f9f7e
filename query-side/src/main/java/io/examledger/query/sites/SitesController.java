package io.examledger.query.sites;

import io.examledger.query.Given;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/sites} and the sessions of each, for everyone who is known (APT-8). */
@RestController
public class SitesController {
    private final FindSites sites;

    public SitesController(FindSites sites) {
        this.sites = sites;
    }

    @GetMapping("/api/sites")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<SiteView> sites(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return sites.page(PageRequest.of(limit, cursor));
    }

    @GetMapping("/api/sites/{id}/sessions")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<SessionView> sessions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return sites.sessions(
                Given.id("site", id),
                Given.text("subject", subject),
                Given.instant("from", from),
                Given.instant("to", to),
                PageRequest.of(limit, cursor));
    }
}
