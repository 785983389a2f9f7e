package io.examledger.command.message.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
    private final RetryPolicy policy = new RetryPolicy(16, Duration.ofSeconds(30), Duration.ofHours(6));

    @ParameterizedTest
    @CsvSource({
        "1, PT0S, PT30S",
        "2, PT0S, PT1M",
        "10, PT0S, PT4H16M",
        "11, PT0S, PT6H",
        "15, PT0S, PT6H",
        "1, PT10S, PT30S",
        "1, PT2M, PT2M",
        "1, PT48H, PT6H"
    })
    void a_pause_doubles_up_to_the_longest_and_heeds_the_other_side(int done, Duration asked, Duration pause) {
        assertThat(policy.next(done, asked, AT)).contains(AT.plus(pause));
    }

    @Test
    void the_last_attempt_has_none_after_it() {
        assertThat(policy.next(16, Duration.ZERO, AT)).isEmpty();
    }

    @Test
    void a_policy_without_attempts_or_pauses_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
