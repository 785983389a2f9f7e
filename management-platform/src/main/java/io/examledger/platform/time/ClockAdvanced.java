package io.examledger.platform.time;

import java.time.Instant;

/**
 * Published when the simulated clock was put forward, for each deadline on the way and at the end. Its listeners run
 * before the request is answered.
 */
public record ClockAdvanced(Instant now) {}
