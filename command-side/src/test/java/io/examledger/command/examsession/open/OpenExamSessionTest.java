package io.examledger.command.examsession.open;

import static io.examledger.command.testing.ExamFacts.SESSION;
import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.ExamFacts.siteOpened;
import static io.examledger.command.testing.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.examsession.open.OpenExamSessionHandler.ExamSessionOpened;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenExamSessionTest {
    private final RecordedCommands commands =
            new RecordedCommands().answering(new ExamSessionOpened(SESSION.value(), START));
    private final Endpoint endpoint = Endpoint.forStaff(new OpenExamSessionController(commands, Endpoint.CLOCK));

    @Test
    @DisplayName("APT-8 a site offers seats at a start")
    void a_session_is_opened() {
        Scenario.given(siteOpened())
                .when(open(START, NOW))
                .thenEvents(sessionOpened(12))
                .thenAnswer(new ExamSessionOpened(SESSION.value(), START));
    }

    @Test
    @DisplayName("APT-8 a site has one session for a start")
    void a_second_session_at_the_start_is_refused() {
        Scenario.given(siteOpened(), sessionOpened(12)).when(open(START, NOW)).thenRefused("exam-session.start-taken");
    }

    @Test
    void a_session_starts_in_the_future() {
        Scenario.given(siteOpened()).when(open(START, START)).thenRefused("exam-session.in-the-past");
        Scenario.given(siteOpened())
                .when(open(START, START.minusNanos(1)))
                .thenAnswer(new ExamSessionOpened(SESSION.value(), START));
    }

    @Test
    void an_unknown_site_is_not_found() {
        Scenario.start().when(open(START, NOW)).thenNotFound();
    }

    @Test
    void start_subjects_and_seats_are_sent() {
        endpoint.post(path(), """
                {"start": "2026-07-01T09:00:00Z", "subjects": ["PR000002", "PR000002"], "seats": 12}""")
                .isAccepted(201, "{\"sessionId\":\"site-20260701090000\",\"start\":\"2026-07-01T09:00:00Z\"}");
        endpoint.post(path(), "{\"start\": \"2026-07-01T09:00:00Z\", \"seats\": 12}");
        assertThat(commands.sent())
                .containsExactly(
                        new OpenExamSession(SESSION, SITE, START, List.of("PR000002"), 12, Endpoint.NOW),
                        new OpenExamSession(SESSION, SITE, START, List.of(), 12, Endpoint.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "null"})
    void seats_are_counted(String seats) {
        endpoint.post(path(), "{\"start\": \"2026-07-01T09:00:00Z\", \"seats\": " + seats + "}")
                .isBad("seats");
    }

    @Test
    void a_start_is_required_and_has_four_digits_for_its_year() {
        endpoint.post(path(), "{\"seats\": 1}").isBad("start");
        endpoint.post(path(), "{\"start\": \"+12026-07-01T09:00:00Z\", \"seats\": 1}")
                .isBad("start");
    }

    @Test
    @DisplayName("ACC-4 what cannot be an id is as unknown as an id that nobody has")
    void a_malformed_id_is_not_found() {
        String body = "{\"start\": \"2026-07-01T09:00:00Z\", \"seats\": 1}";
        endpoint.post("/api/sites/a.b/sessions", body).isNotFound();
        endpoint.post("/api/sites/" + "x".repeat(64) + "/sessions", body).isNotFound();
    }

    private static String path() {
        return "/api/sites/" + SITE + "/sessions";
    }

    private static OpenExamSession open(Instant start, Instant at) {
        return new OpenExamSession(ExamSessionId.of(SITE, start), SITE, start, List.of(), 12, at);
    }
}
