package io.examledger.benchmarks.search;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Spread;
import io.examledger.benchmarks.measuring.Table;
import io.examledger.benchmarks.server.PostgresServer;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.EventLookup;
import io.examledger.eventstore.EventTypes;
import io.examledger.eventstore.LogDialect;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.event.EventType;
import io.examledger.query.audit.AuditEntries;
import io.examledger.query.audit.FindAuditEvents;
import io.examledger.query.audit.FindTimelines;
import io.examledger.query.projection.RecordedEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every filter and timeline of the history, over ten million events. */
public final class HistoryBenchmark {
    private static final long EVENTS = Long.getLong("benchmark.events", 10_000_000);
    private static final int REPEATS = 20;
    private static final long LONGEST_NANOS = 3_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;

    private final PostgresServer server;
    private final Settings settings;

    public HistoryBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    public void run() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.createDatabase("history"));
        config.setUsername(PostgresServer.USER);
        try (HikariDataSource database = new HikariDataSource(config)) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/ledger/common", "classpath:db/readmodel/common")
                    .load()
                    .migrate();
            LongHistory history = new LongHistory(database, EVENTS);
            long began = System.nanoTime();
            history.fill();
            System.err.printf("filled in %d s%n", (System.nanoTime() - began) / 1_000_000_000);
            measure(database, history);
        }
    }

    private void measure(DataSource database, LongHistory history) throws Exception {
        AuditEntries entries = new AuditEntries(log(database)::at, Clock.systemUTC());
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database);
        List<Question> questions =
                Questions.of(EVENTS, new FindAuditEvents(jdbc, entries), new FindTimelines(jdbc, entries));
        Map<Question, List<Double>> times = new LinkedHashMap<>();
        Map<Question, Integer> shown = new LinkedHashMap<>();
        for (int round = 0; round <= settings.rounds(); round++) {
            for (Question question : questions) {
                // The first round warms up.
                List<Double> taken =
                        round == 0 ? new ArrayList<>() : times.computeIfAbsent(question, none -> new ArrayList<>());
                long end = System.nanoTime() + LONGEST_NANOS;
                for (int i = 0; i < REPEATS && (i == 0 || System.nanoTime() < end); i++) {
                    long began = System.nanoTime();
                    int rows = question.asked().rows(round * REPEATS + i);
                    taken.add((System.nanoTime() - began) / NANOS_PER_MILLI);
                    shown.merge(question, rows, Math::max);
                }
                System.err.printf(
                        "%s: %s ms%n", question.words(), Spread.of(taken).text(1));
            }
        }
        publish(history, times, shown);
    }

    /** The events themselves, as the platform fetches them. */
    private static Log log(DataSource database) throws Exception {
        EventTypes types = new EventTypes();
        for (Class<?> event : EventCatalogue.events()) {
            EventType type = EventCatalogue.typeOf(event);
            types.register(type.value(), type.revision(), event);
        }
        EventLookup lookup = new EventLookup(
                database, LogDialect.POSTGRESQL, new EventJsonSerializer(types), NoOpEventUpcaster.INSTANCE);
        return positions -> lookup.at(positions).stream().map(RecordedEvent::of).toList();
    }

    private interface Log {
        List<RecordedEvent> at(Collection<Long> positions);
    }

    private void publish(LongHistory history, Map<Question, List<Double>> times, Map<Question, Integer> shown)
            throws Exception {
        Table table = new Table(List.of("question", "events shown", "ms"));
        times.forEach((question, taken) -> table.row(List.of(
                question.words(),
                String.valueOf(shown.get(question)),
                Spread.of(taken).text(1))));
        Table sizes = new Table(List.of("table", "rows", "table + indexes, MB"));
        for (String name : List.of("ledger.event", "read_model.audit_event", "read_model.audit_link")) {
            sizes.row(List.of(name, "%,d".formatted(history.rows(name)), history.sizeOf(name)));
        }
        new Report("history", server.show("server_version"), settings)
                .section("Pages of 50 over %,d events".formatted(EVENTS), table, """
                        From the question to the entries, told in words: trail, log and decoding, without HTTP. Each question is asked up to
                        %d times a round, about another thing each time where there are several.""".formatted(REPEATS))
                .section("What is searched", sizes, "")
                .publish(settings.results());
    }
}
