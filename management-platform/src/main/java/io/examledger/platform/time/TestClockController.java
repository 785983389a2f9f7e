package io.examledger.platform.time;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.platform.axon.KeptAnswers;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts the simulated clock forward, so that a year's rules can be tried in a minute. */
@RestController
@RequestMapping("/api/test-clock")
class TestClockController {
    /** A period and a duration in one, as ISO 8601 has it and neither Java type alone: {@code P1Y2M10DT2H30M}. */
    private static final Pattern ISO =
            Pattern.compile("P(?<date>(\\d{1,9}Y)?(\\d{1,9}M)?(\\d{1,9}W)?(\\d{1,9}D)?)(?<time>T[0-9HMS.]{2,40})?");
    /** Beyond it, dates no longer fit into the database. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final ObjectProvider<SimulatedClock> clock;
    private final KeptAnswers answers;
    private final SteppedTime time;

    TestClockController(ObjectProvider<SimulatedClock> clock, KeptAnswers answers, SteppedTime time) {
        this.clock = clock;
        this.answers = answers;
        this.time = time;
    }

    /** @param now what the system takes for the present */
    record TestClock(Instant now) {}

    /** @param advance ISO 8601, for example {@code P90D} or {@code PT72H} */
    record AdvanceTestClock(String advance) {}

    @GetMapping
    @RolesAllowed("OPERATOR")
    TestClock now() {
        return new TestClock(simulated().instant());
    }

    @PostMapping
    @RolesAllowed("OPERATOR")
    ResponseEntity<TestClock> advance(@RequestBody AdvanceTestClock request, CommandContext context) {
        Outcome<TestClock> outcome = putForward(request, simulated(), context);
        return Answers.body(HttpStatus.OK, answers.upToNow(outcome));
    }

    /**
     * Keeps the instant to which the clock goes before it goes there: a repeat finds it there already, or, if the first
     * request ended in between or got stuck, takes it there. One at a time, so that no advance starts from where another one does.
     */
    private synchronized Outcome<TestClock> putForward(
            AdvanceTestClock request, SimulatedClock simulated, CommandContext context) {
        Outcome<TestClock> outcome = answers.earlier(TestClock.class, context).orElseGet(() -> {
            TestClock then = new TestClock(after(request.advance(), simulated.instant()));
            return answers.keep(then, TestClock.class, context);
        });
        time.advance(simulated, outcome.answer().now());
        return outcome;
    }

    private static Instant after(String advance, Instant now) {
        Matcher iso = ISO.matcher(advance);
        if (!iso.matches() || advance.length() < 3) {
            throw invalid("advance is a length of time in ISO 8601 that is not negative, for example P90D or PT72H");
        }
        try {
            String date = iso.group("date");
            String time = iso.group("time");
            Instant then = now.atZone(ZoneOffset.UTC)
                    .plus(date.isEmpty() ? Period.ZERO : Period.parse("P" + date))
                    .plus(time == null ? Duration.ZERO : Duration.parse("P" + time))
                    .toInstant();
            if (then.isAfter(LATEST)) {
                throw invalid("the test clock goes no further than " + LATEST);
            }
            return then;
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid("advance is not a length of time in ISO 8601, for example P90D or PT72H");
        }
    }

    private static Refused invalid(String detail) {
        return new Refused(new Refusal.Invalid("test-clock.invalid-advance", detail, "advance"));
    }

    private SimulatedClock simulated() {
        SimulatedClock simulated = clock.getIfAvailable();
        if (simulated == null) {
            throw new Refused(
                    new Refusal.Conflict(
                            "test-clock.not-simulated",
                            "This system goes by the real time. Start it with examledger.clock=simulated to put its clock forward."));
        }
        return simulated;
    }
}
