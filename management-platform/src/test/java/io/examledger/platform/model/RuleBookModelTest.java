package io.examledger.platform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The build runs it in a JVM of its own: it lives long enough for the optimising compiler to pay. */
@Tag("many-histories")
@DisplayName("PLT-5 COD-11a REF-3 APT-8 whatever people, staff and time do, it is as the rule book says")
class RuleBookModelTest {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBookModelTest.class);
    private static final int COMMANDS = Integer.getInteger("examledger.model.commands", 200);

    /** Among so many, each command has been accepted dozens of times; among a hundred, one may never be. */
    private static final int ENOUGH_FOR_EVERY_COMMAND = 2_000;

    @Test
    void random_histories_on_h2_agree_with_the_model() {
        agree(ModelDatabase.Kind.H2, 2_000);
    }

    @Test
    void random_histories_on_postgresql_agree_with_the_model() {
        agree(ModelDatabase.Kind.POSTGRESQL, 100);
    }

    private static void agree(ModelDatabase.Kind kind, int usually) {
        long seed = Long.getLong("examledger.model.seed", System.currentTimeMillis());
        int count = Integer.getInteger("examledger.model.histories", usually);
        LOG.info("{} histories on {} from seed {}", count, kind, seed);
        long begin = System.nanoTime();
        Histories histories = new Histories(kind, RuleFigures.OF_THE_RULE_BOOK, COMMANDS);
        Optional<String> failure = histories.run(seed, count);
        Tally tally = histories.tally();
        LOG.info(
                "On {}: {} commands, {} accepted, in {} ms",
                kind,
                tally.sent(),
                tally.accepted(),
                (System.nanoTime() - begin) / 1_000_000);
        LOG.debug("{}", tally);
        assertThat(failure).as("seed %d", seed).isEmpty();
        assertThat(tally.sent()).isGreaterThanOrEqualTo(count * COMMANDS);
        if (count >= ENOUGH_FOR_EVERY_COMMAND) {
            assertThat(tally.neverAccepted()).isEmpty();
        }
    }
}
