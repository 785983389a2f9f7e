package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A company's three codes, from the purchase to the result: one is sat, one is missed, one is cancelled. */
@StartedPlatform
class AppointmentLifeTest {
    private final Tokens tokens;
    private final Http nobody;
    private final Http operator;

    @Autowired
    AppointmentLifeTest(@LocalServerPort int port, ApplicationContext context) {
        tokens = new Tokens(context);
        nobody = new Http(port);
        operator = nobody.as(tokens.of(Role.OPERATOR));
    }

    @Test
    @DisplayName(
            "COD-5 COD-6 COD-7 APT-1 APT-2 APT-7 RES-1 codes follow their appointments, and time does what nobody else does")
    void codes_follow_their_appointments() {
        Http company = account("\"organisation\": \"Acme\"", "CORPORATE", Role.ENTERPRISE);
        List<Http> people = Stream.of("Ada", "Bob", "Cleo").map(this::person).toList();
        bindCodes(company, people);
        Instant start = now().plus(Duration.ofDays(10));
        String first = session(start);
        String second = session(start.plus(Duration.ofHours(4)));
        List<String> appointments =
                people.stream().map(person -> schedule(person, first)).toList();

        Exchange.of(200, people.get(0).post("/api/appointments/" + appointments.get(0) + "/reschedule", """
                {"sessionId": "%s"}""".formatted(
                        second)));
        Exchange.of(200, people.get(2).post("/api/appointments/" + appointments.get(2) + "/cancel", ""));
        advance("PT0S");
        assertThat(statuses(company)).isEqualTo(Map.of("SCHEDULED", 2L, "BOUND", 1L));
        assertThat(announced(people.get(0)))
                .anySatisfy(text -> assertThat(text).contains("is scheduled", "Europe/Berlin, Berlin Mitte"))
                .anySatisfy(text -> assertThat(text).contains("has been rescheduled", "Europe/Berlin, Berlin Mitte"));
        assertThat(announced(people.get(2)))
                .anySatisfy(text -> assertThat(text).contains("is cancelled", "Europe/Berlin, Berlin Mitte"));

        advance("P10DT3H50M");
        assertThat(statuses(company))
                .as("who was booked for the first session has missed it")
                .isEqualTo(Map.of("SCHEDULED", 1L, "COMPLETED", 1L, "BOUND", 1L));
        checkInAndJudge(appointments.get(0));
        advance("P2D");
        assertThat(statuses(company))
                .as("the result is not released yet")
                .isEqualTo(Map.of("SCHEDULED", 1L, "COMPLETED", 1L, "BOUND", 1L));

        advance("P2D");
        assertThat(statuses(company)).isEqualTo(Map.of("COMPLETED", 2L, "BOUND", 1L));
        JsonNode codes = Exchange.of(200, company.get("/api/overview")).json().required("redeemCodes");
        assertThat(codes.required("purchased").intValue()).isEqualTo(3);
        assertThat(codes.required("used").intValue()).isEqualTo(3);
    }

    private void bindCodes(Http company, List<Http> people) {
        String order = Exchange.of(201, company.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 3, "terms": true}""")).at("orderId");
        Exchange.of(200, company.post("/api/orders/" + order + "/payment", RunningPlatform.payment(3)));
        advance("PT0S");
        List<JsonNode> codes = Exchange.itemsSoFar(company.get("/api/orders/" + order + "/redeem-codes"));
        for (int i = 0; i < people.size(); i++) {
            Exchange.of(201, people.get(i).post("/api/registrations", """
                    {"subject": "PR000001", "redeemCode": "%s"}""".formatted(
                            codes.get(i).required("redeemCode").stringValue())));
        }
    }

    private String session(Instant start) {
        String site = Exchange.of(201, operator.post("/api/sites", """
                {"name": "Berlin Mitte", "address": "Beispielstrasse 1", "zone": "Europe/Berlin"}""")).at("siteId");
        return Exchange.of(201, operator.post("/api/sites/" + site + "/sessions", """
                {"start": "%s", "seats": 3}""".formatted(start)))
                .at("sessionId");
    }

    private static String schedule(Http person, String session) {
        return Exchange.of(201, person.post("/api/appointments", """
                {"subject": "PR000001", "deliveryMode": "TEST_CENTER", "sessionId": "%s", "consents": [
                  {"document": "PRIVACY_DISCLOSURE", "version": "2026-11"},
                  {"document": "EXAM_RULES", "version": "2026-11"}]}""".formatted(session)))
                .at("appointmentId");
    }

    private void checkInAndJudge(String appointment) {
        Exchange.of(200, operator.post("/api/appointments/" + appointment + "/check-in", """
                {"identityDocuments": [{"type": "PASSPORT", "firstName": "Ada", "lastName": "Muster"}]}"""));
        Exchange.of(204, operator.post("/api/appointments/" + appointment + "/result", """
                {"outcome": "PASS", "score": 800}"""));
    }

    private static List<String> announced(Http person) {
        return Exchange.itemsSoFar(person.get("/api/messages")).stream()
                .map(message -> message.required("text").stringValue())
                .toList();
    }

    /** How many of the company's codes are in each status. */
    private static Map<String, Long> statuses(Http company) {
        return Exchange.itemsSoFar(company.get("/api/redeem-codes")).stream()
                .collect(Collectors.groupingBy(code -> code.required("status").stringValue(), Collectors.counting()));
    }

    private Http person(String name) {
        return account(
                "\"name\": {\"first\": \"%s\", \"last\": \"Muster\"}".formatted(name), "INDIVIDUAL", Role.EXAMINEE);
    }

    private Http account(String who, String level, Role role) {
        String id = Exchange.of(201, operator.post("/api/accounts", """
                {%s, "email": "%s@example.org", "kind": "ROOT"}""".formatted(who, UUID.randomUUID())))
                .at("accountId");
        Exchange.of(204, operator.post("/api/accounts/" + id + "/verification", "{\"level\": \"" + level + "\"}"));
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(id)
                .claim("roles", List.of(role.wireName()))
                .claim("account_id", id)));
    }

    private Instant now() {
        return Instant.parse(Exchange.of(200, operator.get("/api/test-clock")).at("now"));
    }

    /** Answers when all that was due is done and can be read. */
    private void advance(String by) {
        Exchange.of(200, operator.post("/api/test-clock", "{\"advance\": \"" + by + "\"}"));
    }
}
