package io.examledger.platform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule that the system does not follow is found, and the history that shows it is told")
class WrongRuleTest {
    private static final int AT_ONCE = 12;
    private static final int MOST = 600;

    @Test
    void a_cancellation_limit_of_71_hours_is_found() {
        RuleFigures wrong = RuleFigures.OF_THE_RULE_BOOK.withSiteChange(Duration.ofHours(71));

        assertThat(disagreement(wrong, 18))
                .contains("appointment.too-late-to-change")
                .containsPattern("Again: -Dexamledger.model.seed=\\d+ -Dexamledger.model.histories=1")
                .containsPattern("The shortest that still fails, \\d{1,2} steps");
    }

    @Test
    void a_refund_that_takes_bound_codes_with_it_is_found() {
        assertThat(disagreement(RuleFigures.OF_THE_RULE_BOOK.withBoundCodesRefunded(), 1))
                .contains("redeem-code.not-unused");
    }

    /** @param seed from which on it is found soon */
    private static String disagreement(RuleFigures wrong, long seed) {
        Optional<String> found = Optional.empty();
        for (int done = 0; found.isEmpty() && done < MOST; done += AT_ONCE) {
            found = new Histories(ModelDatabase.Kind.H2, wrong, 200).run(seed + done, AT_ONCE);
        }
        return found.orElse("nothing was found");
    }
}
