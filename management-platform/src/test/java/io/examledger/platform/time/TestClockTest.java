package io.examledger.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@StartedPlatform
class TestClockTest {
    private final Http http;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Due due;

    @Autowired
    TestClockTest(@LocalServerPort int port, ApplicationContext context, Clock clock, JdbcClient jdbc, Due due) {
        this.http = new Http(port).as(new Tokens(context).of(Role.OPERATOR));
        this.clock = clock;
        this.jdbc = jdbc;
        this.due = due;
    }

    @Test
    void the_clock_goes_forward_for_everyone_and_what_is_due_is_done_before_the_answer() {
        Instant before = clock.instant();
        Instant answered = advance("P1M1DT2H0.25S");
        assertThat(Duration.between(before, answered)).isBetween(Duration.ofDays(29), Duration.ofDays(33));
        assertThat(clock.instant()).isAfterOrEqualTo(answered);
        assertThat(due.done).contains(answered);
        assertThat(Http.json(http.get("/api/test-clock")).path("now").asString())
                .isNotBlank();
    }

    @Test
    void a_restart_does_not_set_it_back() {
        Instant answered = advance("P10D");
        assertThat(new SimulatedClock(Clock.systemUTC(), jdbc).instant()).isAfterOrEqualTo(answered);
    }

    @Test
    void the_same_key_puts_it_forward_once_and_is_answered_as_the_first_time() {
        HttpResponse<String> first = advance("P20D", "key-1");
        Instant there = clock.instant();
        HttpResponse<String> again = advance("P20D", "key-1");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(clock.instant()).isBefore(there.plusSeconds(60));

        HttpResponse<String> other = advance("P21D", "key-1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Http.json(other).path("code").asString()).isEqualTo("idempotency-key.reused");
        assertThat(clock.instant()).isBefore(there.plusSeconds(60));
    }

    @Test
    void requests_at_once_with_one_key_put_it_forward_once_and_with_many_each_of_them() {
        Instant before = clock.instant();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<Future<HttpResponse<String>>> answers = Stream.of("same", "same", "same", "other")
                    .map(key -> clients.submit(() -> advance("P5D", key)))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(200));
        }
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofDays(10), Duration.ofDays(11));
    }

    @Test
    void it_goes_to_an_instant_once_and_never_back() {
        SimulatedClock simulated = (SimulatedClock) clock;
        Instant then = simulated.instant().plus(Duration.ofDays(3));
        simulated.advanceTo(then);
        simulated.advanceTo(then);
        simulated.advanceTo(then.minusSeconds(3600));
        assertThat(simulated.instant()).isBetween(then, then.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-P1D", "P-1D", "P", "PT", "P1DT", "tomorrow", "P1000Y", "P999999999Y", "PT9H9H", "", "P1,5D"})
    void only_a_length_of_time_forward_is_taken(String advance) {
        Instant before = clock.instant();
        var answer = http.post("/api/test-clock", "{\"advance\": \"%s\"}".formatted(advance));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Http.json(answer).path("errors").path(0).path("field").asString())
                .isEqualTo("advance");
        assertThat(clock.instant()).isBefore(before.plusSeconds(60));
    }

    private Instant advance(String by) {
        HttpResponse<String> answer = advance(by, "key-of-" + by);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Instant.parse(Http.json(answer).path("now").asString());
    }

    private HttpResponse<String> advance(String by, String key) {
        return http.send(http.request("/api/test-clock")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"advance\": \"%s\"}".formatted(by))));
    }

    static class Due {
        private final List<Instant> done = new ArrayList<>();

        @EventListener
        void on(ClockAdvanced advanced) {
            done.add(advanced.now());
        }
    }

    @TestConfiguration
    static class Listening {
        @Bean
        Due due() {
            return new Due();
        }
    }
}
