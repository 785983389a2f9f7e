package io.examledger.platform.deadline;

import java.time.Instant;

/**
 * A command that is to be sent.
 *
 * @param kind of the rule that knows the command
 * @param due when
 * @param failures how often it has failed
 * @param position of the event that set it; with kind and key, it names the command for ever
 * @param eventId that event
 * @param correlationId of the request that it came of
 */
record Deadline(
        String kind, String key, Instant due, int failures, long position, String eventId, String correlationId) {}
