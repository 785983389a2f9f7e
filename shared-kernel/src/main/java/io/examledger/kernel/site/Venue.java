package io.examledger.kernel.site;

/**
 * A site as people are told of it (APT-7).
 *
 * @param zone id of the IANA database; times there are read in it
 */
public record Venue(String name, String address, String zone) {}
