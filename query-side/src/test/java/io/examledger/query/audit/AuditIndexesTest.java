package io.examledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.examledger.query.Database;
import io.examledger.query.Instants;
import io.examledger.query.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Each filter is answered from an index, in order: no page reads or sorts what it does not show. {@code -Dexamledger.audit.events}
 * says of how many events.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AuditIndexesTest {
    private static final int EVENTS = Integer.getInteger("examledger.audit.events", 100_000);
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private final HikariDataSource database = Database.POSTGRESQL.create();

    @BeforeAll
    void fill() {
        new NamedParameterJdbcTemplate(database)
                .update("""
                        insert into read_model.audit_event
                          (position, recorded_at, aggregate_type, aggregate_id, type, actor, correlation_id)
                        select n,
                          cast(:begin as timestamp with time zone) + n * interval '1 second',
                          case when n % 7 = 0 then 'Order' else 'RedeemCode' end,
                          'aggregate-' || n % 20000,
                          case when n < 500 then 'order.placed' else 'redeem-code.issued' end,
                          case when n between 100 and 10000 then 'gone' else 'actor-' || n % 50 end,
                          'request-' || n / 5
                        from generate_series(1, :events) as events (n)
                        """, new MapSqlParameterSource("begin", Instants.toColumn(BEGIN)).addValue("events", EVENTS));
        new JdbcTemplate(database).execute("vacuum analyze read_model.audit_event");
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aggregate=Order",
                "id=aggregate-17",
                "type=order.placed",
                "actor=actor-3",
                "correlation=request-700",
                "from=2025-01-01T12:00:00Z&to=2025-01-01T13:00:00Z",
                "to=2025-01-01T00:10:00Z",
                "actor=gone",
                "actor=gone&to=2025-01-01T00:10:00Z",
                "actor=actor-3&type=order.placed",
                "actor=actor-3&type=subject.retired",
                "actor=actor-3&aggregate=Subject",
                "actor=gone&aggregate=Order&to=2025-01-01T00:10:00Z",
                "type=redeem-code.issued&aggregate=RedeemCode",
                "type=redeem-code.issued&aggregate=Subject",
                "actor=actor-3&type=redeem-code.issued&aggregate=RedeemCode",
                "actor=actor-3&from=2035-01-01T00:00:00Z",
                "fromPosition=500&toPosition=600",
                "type=redeem-code.issued&to=2025-01-01T12:00:00Z"
            })
    void a_page_reads_little_more_than_it_shows(String query) {
        for (long before : List.of(Long.MAX_VALUE, EVENTS / 3L)) {
            Explained explained = new Explained(database);
            new FindAuditEvents(explained, new AuditEntries(positions -> List.of(), Clock.systemUTC()))
                    .page(AuditFilter.of(parameters(query)), new PageRequest(50, before));

            String plan = String.join("\n", explained.plan);
            assertThat(explained.plan).isNotEmpty().noneMatch(line -> line.contains("Seq Scan"));
            assertThat(explained.rowsRead()).as(plan).isLessThan(300);
            assertThat(explained.blocksRead()).as(plan).isLessThan(100);
        }
    }

    private static Map<String, @Nullable String> parameters(String query) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    /** Has each query explained instead of answered. */
    private static final class Explained extends NamedParameterJdbcTemplate {
        private final List<String> plan = new ArrayList<>();

        Explained(DataSource database) {
            super(database);
        }

        @Override
        public <T> List<T> queryForList(String sql, SqlParameterSource values, Class<T> type) {
            plan.addAll(super.queryForList(
                    "explain (analyze, costs off, timing off, buffers) " + sql, values, String.class));
            return super.queryForList(sql, values, type);
        }

        /** Rows that scans gave and filters dropped. */
        long rowsRead() {
            return plan.stream()
                    .mapToLong(line -> number(line, "actual rows=") + number(line, "Rows Removed by Filter: "))
                    .sum();
        }

        /** Also of entries of an index that were passed over. The planner's own stand behind a line that says so. */
        long blocksRead() {
            long blocks = 0;
            for (int i = 1; i < plan.size(); i++) {
                if (plan.get(i).contains("Buffers:") && !plan.get(i - 1).startsWith("Planning")) {
                    blocks += number(plan.get(i), "hit=") + number(plan.get(i), "read=");
                }
            }
            return blocks;
        }

        private static long number(String line, String label) {
            int at = line.indexOf(label);
            if (at < 0) {
                return 0;
            }
            String digits = line.substring(at + label.length()).split("[^0-9]", 2)[0];
            return digits.isEmpty() ? 0 : Long.parseLong(digits);
        }
    }
}
