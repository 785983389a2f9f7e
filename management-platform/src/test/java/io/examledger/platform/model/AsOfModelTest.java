package io.examledger.platform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("AUD-2 PLT-5 as of random moments of random histories")
class AsOfModelTest {
    private static final Logger LOG = LoggerFactory.getLogger(AsOfModelTest.class);
    private static final int ORDERS_EACH = 1;
    private static final int CODES_EACH = 2;
    private static final int HISTORIES = 5;
    private static final int COMMANDS = 150;

    /** Fewer on H2, which is slow at it; three objects are asked for at each. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, 200", "H2, 60"})
    void dashboards_and_objects_equal_a_fold_of_the_log_cut_at_that_moment(ModelDatabase.Kind kind, int moments) {
        long seed = Long.getLong("examledger.model.seed", System.currentTimeMillis());
        LOG.info("As of {} moments on {} from seed {}", moments, kind, seed);
        try (Batch batch = new Batch(kind, RuleFigures.OF_THE_RULE_BOOK);
                ModelDatabase cut = new ModelDatabase(kind, 2)) {
            List<History> histories = LongStream.range(seed, seed + HISTORIES)
                    .mapToObj(each -> History.of(each, COMMANDS))
                    .toList();
            assertThat(batch.run(histories))
                    .as("seed %d", seed)
                    .allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
            assertThat(new Comparison(batch, cut, seed).objectsAskedFor(moments))
                    .as("different objects")
                    .isGreaterThan(moments / 2);
        }
    }

    /** One database has the whole log in its read models, the other what was recorded up to the moment and no more. */
    private static final class Comparison {
        private final Batch batch;
        private final ModelDatabase cut;
        private final ReadModel fold;
        private final List<? extends TrackedEventMessage<?>> log;
        private final Draw draw;
        private final List<String> accounts;
        private final List<String> orders;
        private final List<String> codes;
        private final Set<String> asked = new HashSet<>();

        Comparison(Batch batch, ModelDatabase cut, long seed) {
            this.batch = batch;
            this.cut = cut;
            this.fold = new ReadModel(cut.reads);
            this.log = batch.log();
            this.draw = new Draw(seed);
            this.accounts = all("select distinct account_id from read_model.overview order by 1");
            this.orders = all("select order_id from read_model.bill order by 1");
            this.codes = all("select redeem_code_id from read_model.redeem_code order by 1");
        }

        private List<String> all(String sql) {
            return new JdbcTemplate(batch.database()).queryForList(sql, String.class);
        }

        int objectsAskedFor(int moments) {
            int folded = 0;
            for (Instant moment : moments(moments)) {
                int last = lastRecordedBy(moment);
                assertThat(batch.lastPositionAt(moment)).isEqualTo(last);
                fold.fold(log.subList(folded, last).stream());
                folded = last;
                compare(moment, last);
            }
            return asked.size();
        }

        /** Of events, and just before them. */
        private List<Instant> moments(int count) {
            List<Instant> moments = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                Instant recorded = log.get(draw.below(log.size())).getTimestamp();
                moments.add(draw.percent(30) ? recorded.minusNanos(1) : recorded);
            }
            return moments.stream().sorted().toList();
        }

        private int lastRecordedBy(Instant moment) {
            return (int) log.stream()
                    .filter(event -> !event.getTimestamp().isAfter(moment))
                    .count();
        }

        private void compare(Instant moment, int position) {
            Questions then = new Questions(batch.database(), Moment.past(moment, position));
            Questions folded = new Questions(cut.reads, Moment.PRESENT);
            String when = "as of %s, position %d".formatted(moment, position);
            assertThat(then.dashboards()).as(when).isEqualTo(folded.dashboards());
            String account = draw.of(accounts);
            assertThat(then.dashboardsOf(account)).as("%s %s", account, when).isEqualTo(folded.dashboardsOf(account));
            for (int n = 0; n < ORDERS_EACH; n++) {
                String order = draw.of(orders);
                assertThat(then.order(order)).as("%s %s", order, when).isEqualTo(folded.order(order));
                asked.add(order);
            }
            for (int n = 0; n < CODES_EACH; n++) {
                String code = draw.of(codes);
                assertThat(then.code(code)).as("%s %s", code, when).isEqualTo(folded.code(code));
                asked.add(code);
            }
        }
    }
}
