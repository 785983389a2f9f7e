package io.examledger.query.messages;

import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.AnnouncementText;
import io.examledger.query.Criteria;
import io.examledger.query.Instants;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages, newest first. */
public final class FindMessages {
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
    private final NamedParameterJdbcTemplate jdbc;
    private final FindDeliveries deliveries;
    private final JsonMapper json;

    public FindMessages(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.deliveries = new FindDeliveries(jdbc);
        this.json = json;
    }

    /**
     * @param account whose; null for everyone's
     * @param delivery only those that stand so on one of their channels; null for all
     */
    public Page<MessageView> page(@Nullable String account, @Nullable DeliveryStatus delivery, PageRequest request) {
        Criteria criteria = new Criteria()
                .where("m.account_id = :account", "account", account)
                .where("""
                        exists (select 1 from read_model.message_delivery d
                                where d.message_id = m.message_id and d.status = :delivery)""", "delivery", delivery == null ? null : delivery.name())
                .where("m.position < :before", "before", request.before())
                .with("rows", request.rows());
        List<Row> rows = jdbc.query("""
                select m.message_id, m.account_id, m.text_key, m.parameters, m.sent_at, m.position, a.language
                from read_model.message m
                left join read_model.account a on a.account_id = m.account_id
                %sorder by m.position desc
                limit :rows
                """.formatted(criteria.clause()), criteria.values(), (row, number) -> read(row));
        return Page.of(rows, request, Row::position, this::views);
    }

    private Row read(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return new Row(
                row.getString("message_id"),
                row.getString("account_id"),
                row.getString("text_key"),
                json.readValue(row.getString("parameters"), PARAMETERS),
                language == null ? Language.DEFAULT : Language.ofWireName(language),
                Instants.required(row, "sent_at"),
                row.getLong("position"));
    }

    private List<MessageView> views(List<Row> rows) {
        Map<String, List<DeliveryView>> ways =
                deliveries.of(rows.stream().map(Row::messageId).toList());
        return rows.stream()
                .map(row -> new MessageView(
                        row.messageId,
                        row.accountId,
                        row.key,
                        row.parameters,
                        AnnouncementText.of(AnnouncementKind.ofKey(row.key), row.language, row.parameters)
                                .brief(),
                        row.sentAt,
                        ways.getOrDefault(row.messageId, List.of())))
                .toList();
    }

    private record Row(
            String messageId,
            String accountId,
            String key,
            Map<String, String> parameters,
            Language language,
            Instant sentAt,
            long position) {}
}
