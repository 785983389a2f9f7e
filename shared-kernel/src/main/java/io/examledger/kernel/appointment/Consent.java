package io.examledger.kernel.appointment;

import java.time.Instant;

/**
 * An examinee accepted a text (APT-6).
 *
 * @param version of the text
 */
public record Consent(ConsentDocument document, String version, Instant acceptedAt) {}
