package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Secrets and personal data never reach a log, an event or a read model in clear. */
@ExtendWith(OutputCaptureExtension.class)
class NothingInClearTest {
    private final MailServer mail = new MailServer();

    @Test
    @DisplayName("COD-10, AUD-5: no code string, name, address or number in a dump or in the log, on H2")
    void nothing_is_in_clear_on_h2(CapturedOutput log) throws Exception {
        try (RunningPlatform platform = RunningPlatform.onH2With(mail.settings())) {
            check(platform, log);
        }
    }

    @Test
    @DisplayName("COD-10, AUD-5: no code string, name, address or number in a dump or in the log, on PostgreSQL")
    void nothing_is_in_clear_on_postgres(CapturedOutput log) throws Exception {
        try (RunningPlatform platform = RunningPlatform.onPostgresWith(mail.settings())) {
            check(platform, log);
        }
    }

    @AfterEach
    void stopMail() {
        mail.close();
    }

    /** ORD-6 to the company, COD-11b to one person and APT-7 to another, each once. */
    private void checkMail(RunningPlatform platform) {
        Await.until(
                () -> Exchange.itemsSoFar(platform.operator.get("/api/messages?delivery=SENT")),
                messages -> messages.size() == 3);
        assertThat(mail.received())
                .containsExactlyInAnyOrder(
                        "company@example.com: Your order of 3 redeem codes for PR000001 is paid",
                        "person1@example.com: Your registration for PR000001 was withdrawn",
                        "person2@example.com: Your online exam PR000001 is scheduled");
    }

    private void check(RunningPlatform platform, CapturedOutput log) throws SQLException {
        List<String> secrets = new ArrayList<>(List.of(
                "Firstname1", "Lastname1", "person1@example.com", "12345001", "Races and Sons", "company@example.com"));
        List<JsonNode> codes = platform.codes(platform.order(3), 3);
        codes.forEach(code -> addForms(secrets, code.required("redeemCode").stringValue()));
        Http person = platform.examinee();
        JsonNode code = codes.getFirst();
        String id = code.required("redeemCodeId").stringValue();
        String registration = "{\"subject\": \"PR000001\", \"redeemCode\": \"%s\"}"
                .formatted(code.required("redeemCode").stringValue());
        send(person, "/api/registrations", "bind", registration, 201);
        send(person, "/api/registrations", "again", registration, 409);
        send(platform.enterprise, "/api/redeem-codes/" + id + "/unbind", "unbind", "{\"regenerate\": true}", 204);
        String fresh = Exchange.of(
                        200,
                        platform.enterprise.send(platform.enterprise
                                .request("/api/redeem-codes/" + id + "/regenerate")
                                .header("Idempotency-Key", "regenerate")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())))
                .at("redeemCode");
        addForms(secrets, fresh);
        Exchange.of(200, platform.enterprise.get("/api/redeem-codes?redeemCode=" + fresh));
        BulkChanges bulk = new BulkChanges(platform.enterprise);
        bulk.awaitDone(bulk.request("""
                {"action": "REGENERATE", "filter": {"redeemCode": "%s"}}""".formatted(fresh)));
        addForms(
                secrets,
                Exchange.of(200, platform.enterprise.get("/api/redeem-codes/" + id))
                        .at("redeemCode"));

        sitAnExam(platform, secrets);
        checkMail(platform);

        String dump = dump(platform);
        assertThat(dump)
                .contains("redeem-code.regenerated", "account.registered", "bulk-change.finished", "message.sent")
                .contains("appointment.launched", "appointment.checked-in", "appointment.terminated");
        for (String secret : secrets) {
            assertThat(dump).as("database dump").doesNotContainIgnoringCase(secret);
            assertThat(log.getAll()).as("log").doesNotContainIgnoringCase(secret);
        }
    }

    /** Authorization code, names on documents, and what staff note about a person. */
    private static void sitAnExam(RunningPlatform platform, List<String> secrets) {
        Http person = platform.examinee();
        String order = Exchange.of(201, person.post("/api/orders", """
                {"kind": "INDIVIDUAL", "subject": "PR000001", "terms": true}""")).at("orderId");
        Exchange.of(200, person.post("/api/orders/" + order + "/payment", RunningPlatform.payment(1)));
        Exchange made = send(
                person,
                "/api/appointments",
                "schedule",
                """
                {"subject": "PR000001", "deliveryMode": "ONLINE_PROCTORED", "start": "%s", "consents": [
                  {"document": "PRIVACY_DISCLOSURE", "version": "2026-11"},
                  {"document": "EXAM_RULES", "version": "2026-11"}]}""".formatted(Instant.now().plusSeconds(300)),
                201);
        String path = "/api/appointments/" + made.at("appointmentId");
        String code = made.at("authorizationCode");
        addForms(secrets, code);
        secrets.addAll(List.of("FIRSTNAME2", "Lastname2", "whispered something"));
        send(person, path + "/launch", "launch", "{\"authorizationCode\": \"" + code + "\"}", 200);
        send(platform.operator, path + "/check-in", "check-in", """
                {"identityDocuments": [{"type": "PASSPORT", "firstName": "FIRSTNAME2", "lastName": "Lastname2"},
                  {"type": "BANK_CARD", "firstName": "Firstname2", "lastName": "Lastname2"}]}""", 200);
        send(platform.operator, path + "/violation", "violation", """
                {"kind": "talking", "note": "whispered something"}""", 204);
    }

    private static Exchange send(Http caller, String path, String key, String body, int status) {
        return Exchange.of(
                status,
                caller.send(caller.request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))));
    }

    private static void addForms(List<String> secrets, String code) {
        secrets.add(code);
        secrets.add(code.replace("-", ""));
    }

    /** Every column of every row of every table of ours, bytes as the text they may hold. */
    private static String dump(RunningPlatform platform) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = platform.database().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    append(rows, dump);
                }
            }
        }
        return dump.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", null)) {
            while (found.next()) {
                String schema = found.getString("TABLE_SCHEM").toLowerCase(Locale.ROOT);
                String type = String.valueOf(found.getString("TABLE_TYPE"));
                if (!schema.equals("information_schema") && !schema.equals("pg_catalog") && type.endsWith("TABLE")) {
                    tables.add(schema + ".\"" + found.getString("TABLE_NAME") + '"');
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(10);
        return tables;
    }

    private static void append(ResultSet rows, StringBuilder dump) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                Object value = rows.getObject(column);
                dump.append(
                                value instanceof byte[] bytes
                                        ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                        : value)
                        .append('\n');
            }
        }
    }
}
