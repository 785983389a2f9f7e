package io.examledger.query.sites;

/**
 * A test center.
 *
 * @param zone id of the IANA database, for people, who read local time
 */
public record SiteView(String siteId, String name, String address, String zone) {}
