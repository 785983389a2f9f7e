package io.examledger.query.messages;

import io.examledger.query.Criteria;
import io.examledger.query.Instants;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads an account's messages, newest first. */
public final class FindMessages {
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    public FindMessages(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Page<MessageView> page(String account, PageRequest request) {
        Criteria criteria = new Criteria()
                .where("account_id = :account", "account", account)
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<Row> rows = jdbc.query("""
                select message_id, text_key, parameters, sent_at, position
                from read_model.message
                %sorder by position desc
                limit :rows
                """.formatted(criteria.clause()), criteria.values(), (row, number) -> read(row));
        return Page.of(
                rows,
                request,
                Row::position,
                shown -> shown.stream().map(Row::view).toList());
    }

    private Row read(ResultSet row) throws SQLException {
        String key = row.getString("text_key");
        Map<String, String> parameters = json.readValue(row.getString("parameters"), PARAMETERS);
        return new Row(
                new MessageView(
                        row.getString("message_id"),
                        key,
                        parameters,
                        textOf(key, parameters),
                        Instants.required(row, "sent_at")),
                row.getLong("position"));
    }

    private static String textOf(String key, Map<String, String> parameters) {
        String template = switch (key) {
            case "order.purchased" ->
                "Your order {orderId} of {quantity} redeem codes for {subject} is paid. It is valid until {validUntil}.";
            case "redeem-code.unbound" ->
                "Your registration for {subject} was withdrawn: the enterprise that gave you the redeem code took it back.";
            default -> throw new IllegalStateException("no text for " + key);
        };
        String text = template;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return text;
    }

    private record Row(MessageView view, long position) {}
}
