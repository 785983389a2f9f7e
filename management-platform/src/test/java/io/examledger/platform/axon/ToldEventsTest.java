package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.query.audit.summary.EventSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event that there is, as an auditor reads it. */
class ToldEventsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant LONG_AFTER = Instant.parse("2099-01-01T00:00:00Z");

    /** Fields whose content is encrypted, or a digest of what is. */
    private static final Set<String> SEALED = Set.of(
            "digest",
            "sealed",
            "replacedDigest",
            "replacedSealed",
            "authorizationDigest",
            "authorizationSealed",
            "documents",
            "note",
            "email",
            "phone");

    private final EventJsonSerializer serializer = new LogConfiguration().eventSerializer();

    static List<ApprovedEventsTest.Approved> approved() throws IOException {
        return ApprovedEventsTest.approved();
    }

    @ParameterizedTest
    @MethodSource("approved")
    @DisplayName("AUD-1, AUD-5 an event is told in a sentence, and nothing that is sealed in it is repeated")
    void an_event_is_told(ApprovedEventsTest.Approved approved) {
        String told = told(approved, LONG_AFTER);

        assertThat(told).matches("(?s)[A-Z0-9].*[.!?]").doesNotContain("null", "[", "{", "@");
        JsonNode fields = JSON.readTree(approved.json());
        SEALED.stream()
                .filter(fields::has)
                .forEach(field ->
                        assertThat(told).doesNotContain(fields.get(field).asString()));
        if (approved.type().equals("account.registered")) {
            assertThat(told).doesNotContain(fields.get("name").asString());
        }
    }

    @Test
    @DisplayName("RES-1 what an exam came to is told from its release on, to nobody earlier")
    void an_outcome_waits_for_its_release() throws IOException {
        List<ApprovedEventsTest.Approved> embargoed = ApprovedEventsTest.approved().stream()
                .filter(event -> Set.of("exam-result.recorded", "exam-result.corrected", "candidacy.attempt-judged")
                        .contains(event.type()))
                .toList();

        assertThat(embargoed).hasSize(3).allSatisfy(event -> {
            JsonNode fields = JSON.readTree(event.json());
            Instant releaseAt = Instant.parse(fields.get("releaseAt").asString());
            String outcome = fields.get("outcome").asString();
            assertThat(told(event, releaseAt.minusNanos(1))).doesNotContain(outcome);
            assertThat(told(event, releaseAt)).contains(outcome);
        });
    }

    private String told(ApprovedEventsTest.Approved event, Instant now) {
        Object payload = serializer.deserialize(
                new SimpleSerializedObject<>(event.json(), String.class, event.type(), event.revision()));
        return EventSummary.of(payload, now);
    }
}
