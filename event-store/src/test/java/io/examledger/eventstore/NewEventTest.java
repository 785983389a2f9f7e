package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewEventTest {
    private static NewEvent of(String payload) {
        return new NewEvent(UUID.randomUUID(), "Note", "a", 0, "test.noted", "1", payload, "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"\\u0000\"}", "{\"text\":\"a\\\\\\u0000\"}", "a\0b"})
    void a_nul_is_refused_however_it_is_written(String payload) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(payload)).withMessageContaining("NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"\\\\u0000\"}", "{\"text\":\"u0000\"}", "{\"text\":\"\\u0001\"}"})
    void what_only_looks_like_a_nul_is_taken(String payload) {
        assertThat(of(payload).payload()).isEqualTo(payload);
    }
}
