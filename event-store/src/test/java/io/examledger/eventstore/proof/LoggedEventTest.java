package io.examledger.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("AUD-4 a line of an export says what was hashed and nothing else")
class LoggedEventTest {
    private final LoggedEvent event = Chain.of(
                    1, "{\"text\":\"\\\"quoted\\\" \\\\ \u00e4\u4e2d\ud83d\ude00 \u2028 \\n\"}")
            .getFirst();

    @Test
    void a_line_is_read_back_as_it_was_and_is_what_other_programs_read() {
        assertThat(LoggedEvent.ofLine(event.line())).isEqualTo(event);
        assertThat(event.line().lines()).hasSize(1);
        Map<?, ?> read = new JsonMapper().readValue(event.line(), Map.class);
        assertThat(read.keySet()).isEqualTo(LoggedEvent.FIELDS);
        assertThat(read.get("payload")).isEqualTo(event.payload());
        assertThat(LoggedEvent.ofLine(new JsonMapper().writeValueAsString(read)))
                .isEqualTo(event);
    }

    /** Each says the same to the hash as the true line, or something that no hash covers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"position\":1, | {\"position\":1,\"note\":\"x\",",
                "{\"position\":1, | {\"position\":1,\"position\":1,",
                "{\"position\":1, | {\"position\":01,",
                "{\"position\":1, | {\"position\":1.0,",
                "{\"position\":1, | {\"position\":\"1\",",
                "\"revision\":\"1\", | ''",
                ".000001Z | .000001999Z",
                "T00:00:00.000001Z | ''",
                "\"aggregateType\":\"Note\" | \"aggregateType\":\"\\ud800Note\"",
                "\"aggregateType\":\"Note\" | \"aggregateType\":\"\\x\"",
                "\"hash\":\" | \"hash\":\"00"
            })
    void a_line_that_no_export_has_is_refused(String part, String instead) {
        assertThat(event.line()).contains(part);
        assertThatThrownBy(() -> LoggedEvent.ofLine(event.line().replace(part, instead)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "{}x", "{", "nothing"})
    void what_is_no_object_is_refused(String line) {
        assertThatThrownBy(() -> LoggedEvent.ofLine(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
