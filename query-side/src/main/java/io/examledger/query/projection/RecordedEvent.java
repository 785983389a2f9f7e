package io.examledger.query.projection;

/**
 * An event with its place in the log.
 *
 * @param position counted from 1, without holes
 * @param payload one of the records of the event catalogue
 */
public record RecordedEvent(long position, String eventId, Object payload) {}
