package io.examledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.serialization.Serializer;

/**
 * Axon 4.13 takes the offset of a page for an index within the sequence (AxonFramework issue 4573): from the second page
 * on, sequences that can be claimed are not found and letters come twice. These statements page by rows. They also tell
 * the size of a sequence without counting it, which Axon wants to know before it adds a letter, and keep the microseconds of
 * the time at which an event was recorded.
 */
final class PagedDeadLetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {
    private static final int EVENT_TIME = 7;
    private final DeadLetterTable table;
    private final int pageSize;

    /** @param pageSize the queue's; the queue asks for whole sequences where it should ask for pages */
    PagedDeadLetterStatements(DeadLetterTable table, Serializer tokens, Serializer events, int pageSize) {
        super(new Settings(table, tokens, events));
        this.table = table;
        this.pageSize = pageSize;
    }

    /** With the time of the event, its seventh parameter, as it is; Axon cuts it to milliseconds. */
    @Override
    public PreparedStatement enqueueStatement(
            Connection connection,
            String reader,
            String sequence,
            DeadLetter<? extends EventMessage<?>> letter,
            long index)
            throws SQLException {
        PreparedStatement statement = super.enqueueStatement(connection, reader, sequence, letter, index);
        statement.setString(EVENT_TIME, letter.message().getTimestamp().toString());
        return statement;
    }

    /** Letters are added at the end and taken from the front, so there are no holes. */
    @Override
    public PreparedStatement sequenceSizeStatement(Connection connection, String reader, String sequence)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                select coalesce(max(sequence_index) - min(sequence_index) + 1, 0)
                from %1$s
                where %2$s = ? and sequence_identifier = ?
                """.formatted(table.name(), table.readerColumn()));
        statement.setString(1, reader);
        statement.setString(2, sequence);
        return statement;
    }

    @Override
    public PreparedStatement letterSequenceStatement(
            Connection connection, String reader, String sequence, int offset, int limit) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                select *
                from %1$s
                where %2$s = ? and sequence_identifier = ?
                order by sequence_index
                limit ? offset ?
                """.formatted(table.name(), table.readerColumn()));
        statement.setString(1, reader);
        statement.setString(2, sequence);
        statement.setInt(3, Math.min(limit, pageSize));
        statement.setInt(4, offset);
        return statement;
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String reader, Instant claimedBefore, int offset, int limit) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                select letter.*
                from %1$s letter
                where letter.%2$s = ?
                  and letter.sequence_index = (
                    select min(first.sequence_index)
                    from %1$s first
                    where first.%2$s = letter.%2$s
                      and first.sequence_identifier = letter.sequence_identifier)
                  and (letter.processing_started is null or letter.processing_started < ?)
                order by letter.last_touched, letter.sequence_identifier
                limit ? offset ?
                """.formatted(table.name(), table.readerColumn()));
        statement.setString(1, reader);
        statement.setString(2, DateTimeUtils.formatInstant(claimedBefore));
        statement.setInt(3, limit);
        statement.setInt(4, offset);
        return statement;
    }

    /** The builder's constructor is for subclasses only. */
    private static final class Settings extends Builder<EventMessage<?>> {
        Settings(DeadLetterTable table, Serializer tokens, Serializer events) {
            schema(table.schema());
            genericSerializer(tokens);
            eventSerializer(events);
        }
    }
}
