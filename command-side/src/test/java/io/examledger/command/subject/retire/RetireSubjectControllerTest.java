package io.examledger.command.subject.retire;

import static io.examledger.command.testing.Facts.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetireSubjectControllerTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forStaff(new RetireSubjectController(commands, Endpoint.CLOCK));

    @Test
    @DisplayName("CAT-3 a subject is retired without a body")
    void a_subject_is_retired() {
        endpoint.post("/api/subjects/PR000002/retirement").isAccepted(204, "").isReplayed(false);
        assertThat(commands.sent()).containsExactly(new RetireSubject(SUBJECT, Endpoint.NOW));
    }

    @Test
    void a_malformed_code_is_not_found() {
        endpoint.post("/api/subjects/pr000002/retirement").isNotFound();
        assertThat(commands.sent()).isEmpty();
    }
}
