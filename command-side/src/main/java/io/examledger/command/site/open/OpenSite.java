package io.examledger.command.site.open;

import io.examledger.kernel.site.SiteId;
import java.time.Instant;
import java.time.ZoneId;

/** Adds a test center. */
public record OpenSite(SiteId siteId, String name, String address, ZoneId zone, Instant at) {}
