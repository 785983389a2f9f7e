package io.examledger.query.messages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.examledger.kernel.announcement.Channel;
import io.examledger.query.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads how far messages have come: for those who look at them, for who delivers them, and for those on watch. */
public final class FindDeliveries {
    private final NamedParameterJdbcTemplate jdbc;

    public FindDeliveries(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By message id; a message that goes nowhere else is missing. */
    Map<String, List<DeliveryView>> of(Collection<String> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        """
                        select message_id, channel, status, attempts, reason, changed_at, due_at
                        from read_model.message_delivery
                        where message_id in (:messages)
                        order by channel
                        """,
                        new MapSqlParameterSource("messages", messages),
                        (row, number) -> Map.entry(row.getString("message_id"), view(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        DeliveryStatus status = DeliveryStatus.valueOf(row.getString("status"));
        return new DeliveryView(
                Channel.valueOf(row.getString("channel")),
                status,
                row.getInt("attempts"),
                row.getString("reason"),
                Instants.required(row, "changed_at"),
                status == DeliveryStatus.WAITING ? Instants.fromColumn(row, "due_at") : null);
    }

    /** @param deliveryId id of the message on its channel */
    public record Due(String deliveryId, Channel channel, String correlationId) {}

    /** Longest due first. */
    public List<Due> due(Instant now, int limit) {
        return jdbc.query(
                """
                select delivery_id, channel, correlation_id
                from read_model.message_delivery
                where due_at <= :now
                order by due_at, position
                limit :limit
                """,
                new MapSqlParameterSource("now", Instants.toColumn(now)).addValue("limit", limit),
                (row, number) -> new Due(
                        row.getString("delivery_id"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("correlation_id")));
    }

    /**
     * @param waiting messages that are not over, those between two attempts included
     * @param longestDue since when the one that is due longest is due; null if none is
     */
    public record Backlog(
            long waiting,
            long inDoubt,
            long givenUp,
            @Nullable Instant longestDue) {}

    /** Of one channel. */
    public Backlog backlog(Channel channel) {
        return jdbc.query(
                        """
                        select count(due_at) as waiting, min(due_at) as longest_due,
                          count(case when status = 'IN_DOUBT' then 1 end) as in_doubt,
                          count(case when status = 'GIVEN_UP' then 1 end) as given_up
                        from read_model.message_delivery
                        where channel = :channel
                        """,
                        new MapSqlParameterSource("channel", channel.name()),
                        (row, number) -> new Backlog(
                                row.getLong("waiting"),
                                row.getLong("in_doubt"),
                                row.getLong("given_up"),
                                Instants.fromColumn(row, "longest_due")))
                .getFirst();
    }
}
