package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several people want the last seat over HTTP, on a real PostgreSQL. */
class LastSeatTest {
    private static final int PEOPLE = 8;
    private static final int ROUNDS = 20;

    @Test
    @DisplayName("APT-8, COD-5, COD-6: the last seat goes to exactly one, who gives it back, again and again")
    void exactly_one_gets_the_last_seat() throws Exception {
        try (RunningPlatform platform = RunningPlatform.onPostgres()) {
            List<Http> people = registeredPeople(platform);
            String site =
                    Exchange.of(201, platform.operator.post("/api/sites", """
                    {"name": "Berlin Mitte", "address": "Beispielstrasse 1", "zone": "Europe/Berlin"}""")).at("siteId");
            Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));
            for (int round = 0; round < ROUNDS; round++) {
                raceForTheSeatOf(session(platform, site, start.plusSeconds(round)), people, round);
            }
            List<JsonNode> codes = Await.until(
                    () -> Exchange.itemsSoFar(platform.enterprise.get("/api/redeem-codes?status=BOUND")),
                    items -> items.size() == PEOPLE);
            assertThat(codes).hasSize(PEOPLE);
        }
    }

    private static List<Http> registeredPeople(RunningPlatform platform) {
        List<JsonNode> codes = platform.codes(platform.order(PEOPLE), PEOPLE);
        List<Http> people = new ArrayList<>();
        for (JsonNode code : codes) {
            Http person = platform.examinee();
            Exchange.of(201, person.post("/api/registrations", """
                    {"subject": "PR000001", "redeemCode": "%s"}""".formatted(
                            code.required("redeemCode").stringValue())));
            people.add(person);
        }
        return people;
    }

    private static String session(RunningPlatform platform, String site, Instant start) {
        return Exchange.of(201, platform.operator.post("/api/sites/" + site + "/sessions", """
                {"start": "%s", "seats": 1}""".formatted(start)))
                .at("sessionId");
    }

    private static void raceForTheSeatOf(String session, List<Http> people, int round) throws Exception {
        List<Callable<HttpResponse<String>>> tries = new ArrayList<>();
        for (Http person : people) {
            tries.add(() -> person.post("/api/appointments", """
                    {"subject": "PR000001", "deliveryMode": "TEST_CENTER", "sessionId": "%s", "consents": [
                      {"document": "PRIVACY_DISCLOSURE", "version": "2026-11"},
                      {"document": "EXAM_RULES", "version": "2026-11"}]}""".formatted(session)));
        }
        List<HttpResponse<String>> answers = AtOnce.call(tries);
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).statusCode() == 201) {
                winners.add(i);
            } else {
                assertThat(answers.get(i).statusCode() + answers.get(i).body())
                        .startsWith("409")
                        .contains("exam-session.full");
            }
        }
        assertThat(winners).as("winners of round %d", round).hasSize(1);
        String appointment = new Exchange(answers.get(winners.getFirst())).at("appointmentId");
        Exchange.of(200, people.get(winners.getFirst()).post("/api/appointments/" + appointment + "/cancel", ""));
    }
}
