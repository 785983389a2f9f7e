package io.examledger.benchmarks.history;

import io.examledger.benchmarks.measuring.Load;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A log of years: many companies and people at once, each command an append of its own, as in production. The events are
 * those that the commands would have stored, but no command is decided: that would take hours. Nothing of it is due today.
 */
public final class LongHistory {
    private static final int TELLERS = 32;
    private static final int SUBJECTS = 12;
    private static final Duration AGO = Duration.ofDays(120);

    private LongHistory() {}

    /**
     * Fills up the log; ends in the middle of many stories.
     *
     * @param unused codes that are left for clients to bind
     */
    public static UnusedCodes fill(LedgerEventStorageEngine log, long upTo, int unused) throws InterruptedException {
        LongAdder told = new LongAdder();
        told.add(log.headPosition());
        Instant begin = Instant.now().minus(AGO);
        List<String> subjects =
                IntStream.rangeClosed(1, SUBJECTS).mapToObj("BM%06d"::formatted).toList();
        SplittableRandom random = new SplittableRandom(1);
        Teller operator = new Teller(log, told, upTo, random.split(), begin);
        introduce(operator, subjects);
        try (ExecutorService threads = Executors.newFixedThreadPool(TELLERS + 1)) {
            List<Future<?>> stories = new ArrayList<>();
            Future<UnusedCodes> left = threads.submit(() -> UnusedCodes.tell(operator, subjects, unused));
            for (int i = 0; i < TELLERS; i++) {
                Story story = new Story(new Teller(log, told, upTo, random.split(), begin), subjects);
                stories.add(threads.submit(story::tell));
            }
            for (Future<?> story : stories) {
                Load.result(story);
            }
            return Load.result(left);
        }
    }

    private static void introduce(Teller teller, List<String> subjects) {
        teller.know("actor", "operator");
        for (String subject : subjects) {
            teller.tell(
                    SubjectEvent.Introduced.class,
                    Map.of(
                            "subject",
                            subject,
                            "title",
                            "Certificate " + subject,
                            "category",
                            Category.CAREER,
                            "track",
                            "cloud computing",
                            "level",
                            Level.ASSOCIATE,
                            "price",
                            new Money(14_000, "USD"),
                            "durationMinutes",
                            90,
                            "deliveryModes",
                            List.of(DeliveryMode.values()),
                            "examType",
                            ExamType.THEORY));
            teller.tell(SubjectEvent.PriceChanged.class, Map.of("subject", subject, "price", new Money(15_000, "USD")));
            teller.done();
        }
        teller.tell(SubjectEvent.Retired.class, Map.of("subject", subjects.getLast()));
        teller.done();
    }

    /**
     * How many events of each type there are.
     *
     * @throws IllegalStateException if there is none of a type of the catalogue
     */
    public static Map<String, Long> counted(DataSource dataSource) {
        Map<String, Long> counts = new TreeMap<>();
        JdbcClient.create(dataSource)
                .sql("select type, count(*) from ledger.event group by type")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        List<String> absent = EventCatalogue.events().stream()
                .map(EventCatalogue::typeOf)
                .map(EventType::value)
                .filter(type -> !counts.containsKey(type))
                .toList();
        if (!absent.isEmpty()) {
            throw new IllegalStateException("nothing is told of " + absent);
        }
        return counts;
    }
}
