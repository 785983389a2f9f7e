package io.examledger.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        Instant answered = advance("P1M1DT2H");
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
        var answer = http.post("/api/test-clock", "{\"advance\": \"%s\"}".formatted(by));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Instant.parse(Http.json(answer).path("now").asString());
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
