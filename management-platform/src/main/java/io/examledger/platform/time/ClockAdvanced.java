package io.examledger.platform.time;

import java.time.Instant;

/**
 * Published when the simulated clock was put forward. Its listeners run before the request is answered: each does what
 * has become due.
 */
public record ClockAdvanced(Instant now) {}
