package io.examledger.query.messages;

import io.examledger.kernel.announcement.Announcement;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The message centre: whatever is announced, a key for the text and what to put into it (ORD-5, ORD-6, COD-11b, APT-7).
 */
public final class MessageProjection implements Projection {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<String> tables() {
        return List.of("message");
    }

    @Override
    public List<String> growingTables() {
        return tables();
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return Announcement.of(payload).map(Announcement::recipient);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        rows.write("""
                insert into read_model.message (message_id, account_id, text_key, parameters, sent_at, position)
                values (:messageId, :accountId, :key, :parameters, :sentAt, :position)
                """, events.stream().map(MessageProjection::row).toList());
    }

    private static MapSqlParameterSource row(RecordedEvent event) {
        Announcement announcement = Announcement.of(event.payload())
                .orElseThrow(() -> new IllegalArgumentException("nothing is announced of " + event.payload()));
        return new MapSqlParameterSource("messageId", event.eventId())
                .addValue("accountId", announcement.recipient())
                .addValue("key", announcement.kind().key())
                .addValue("parameters", JSON.writeValueAsString(new TreeMap<>(announcement.parameters())))
                .addValue("sentAt", Instants.toColumn(announcement.at()))
                .addValue("position", event.position());
    }
}
