package io.examledger.query.messages;

import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what concerns a person into messages, a key for the text and what to put into it: an enterprise purchase (ORD-6),
 * and to the former holder that a code was taken back (COD-11b).
 */
public final class MessageProjection implements Projection {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return Optional.ofNullable(messageOf(payload)).map(Message::account);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        rows.write("""
                insert into read_model.message (message_id, account_id, text_key, parameters, sent_at, position)
                values (:messageId, :accountId, :key, :parameters, :sentAt, :position)
                """, events.stream().map(MessageProjection::row).toList());
    }

    private static MapSqlParameterSource row(RecordedEvent event) {
        Message message = messageOf(event.payload());
        if (message == null) {
            throw new IllegalArgumentException("no message comes of " + event.payload());
        }
        return new MapSqlParameterSource("messageId", event.eventId())
                .addValue("accountId", message.account())
                .addValue("key", message.key())
                .addValue("parameters", JSON.writeValueAsString(new TreeMap<>(message.parameters())))
                .addValue("sentAt", Instants.toColumn(message.sentAt()))
                .addValue("position", event.position());
    }

    private static @Nullable Message messageOf(Object payload) {
        return switch (payload) {
            case OrderEvent.Purchased e -> e.kind() == OrderKind.ENTERPRISE ? purchased(e) : null;
            case RedeemCodeEvent.Unbound e ->
                new Message(e.formerHolder(), "redeem-code.unbound", Map.of("subject", e.subject()), e.unboundAt());
            default -> null;
        };
    }

    private static Message purchased(OrderEvent.Purchased e) {
        return new Message(
                e.buyer(),
                "order.purchased",
                Map.of(
                        "orderId", e.orderId(),
                        "subject", e.subject(),
                        "quantity", Integer.toString(e.quantity()),
                        "validUntil", e.validUntil().toString()),
                e.paidAt());
    }

    private record Message(String account, String key, Map<String, String> parameters, Instant sentAt) {}
}
