package io.examledger.query.replay;

import java.time.Duration;

/**
 * How the reconciliation is done.
 *
 * @param every pause between two, and before the first
 */
public record ReconciliationSettings(Duration every) {}
