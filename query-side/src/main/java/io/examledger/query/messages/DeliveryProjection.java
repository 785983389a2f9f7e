package io.examledger.query.messages;

import io.examledger.kernel.message.MessageEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** How far each message has come on its channel. It only tells: whether one is sent is decided by the message itself. */
public final class DeliveryProjection implements Projection {
    @Override
    public String name() {
        return "message-deliveries";
    }

    @Override
    public List<String> tables() {
        return List.of("message_delivery");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof MessageEvent event ? Optional.of(event.messageId()) : Optional.empty();
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        Map<String, MapSqlParameterSource> requested = new LinkedHashMap<>();
        Map<String, Step> steps = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            switch ((MessageEvent) event.payload()) {
                case MessageEvent.Requested e -> requested.put(e.messageId(), row(e, event));
                case MessageEvent.AttemptStarted e ->
                    steps.put(
                            e.messageId(),
                            new Step(DeliveryStatus.UNDER_WAY, e.attempt(), null, e.endsAt(), e.startedAt()));
                case MessageEvent.AttemptFailed e ->
                    steps.put(
                            e.messageId(),
                            new Step(DeliveryStatus.WAITING, e.attempt(), e.reason(), e.retryAt(), e.failedAt()));
                case MessageEvent.Sent e ->
                    steps.put(e.messageId(), new Step(DeliveryStatus.SENT, e.attempt(), null, null, e.sentAt()));
                case MessageEvent.Logged e ->
                    steps.put(e.messageId(), new Step(DeliveryStatus.LOGGED, e.attempt(), null, null, e.loggedAt()));
                case MessageEvent.LeftInDoubt e ->
                    steps.put(
                            e.messageId(),
                            new Step(DeliveryStatus.IN_DOUBT, e.attempt(), e.reason(), null, e.leftAt()));
                case MessageEvent.GivenUp e ->
                    steps.put(
                            e.messageId(),
                            new Step(DeliveryStatus.GIVEN_UP, e.attempts(), e.reason(), null, e.givenUpAt()));
            }
        }
        rows.write("""
                insert into read_model.message_delivery
                  (delivery_id, message_id, account_id, channel, status, attempts, due_at, changed_at, correlation_id,
                   position)
                values
                  (:deliveryId, :messageId, :accountId, :channel, :status, 0, :requestedAt, :requestedAt, :correlationId,
                   :position)
                """, requested.values());
        rows.write(
                """
                update read_model.message_delivery
                set status = :status, attempts = :attempts, reason = :reason, due_at = :dueAt, changed_at = :changedAt
                where delivery_id = :deliveryId
                """,
                steps.entrySet().stream()
                        .map(step -> step.getValue().row(step.getKey()))
                        .toList());
    }

    private static MapSqlParameterSource row(MessageEvent.Requested e, RecordedEvent event) {
        String correlation = event.origin().correlationId();
        return new MapSqlParameterSource("deliveryId", e.messageId())
                .addValue("messageId", e.cause())
                .addValue("accountId", e.recipient())
                .addValue("channel", e.channel().name())
                .addValue("status", DeliveryStatus.WAITING.name())
                .addValue("requestedAt", Instants.toColumn(e.requestedAt()))
                .addValue("correlationId", correlation == null ? e.cause() : correlation)
                .addValue("position", event.position());
    }

    private record Step(
            DeliveryStatus status,
            int attempts,
            @Nullable String reason,
            @Nullable Instant dueAt,
            Instant changedAt) {
        MapSqlParameterSource row(String deliveryId) {
            return new MapSqlParameterSource("deliveryId", deliveryId)
                    .addValue("status", status.name())
                    .addValue("attempts", attempts)
                    .addValue("reason", reason)
                    .addValue("dueAt", Instants.toColumn(dueAt))
                    .addValue("changedAt", Instants.toColumn(changedAt));
        }
    }
}
