package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.eventstore.LogDialect;
import io.examledger.eventstore.LogSignal;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.platform.testing.Databases;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database, its log, and a fragile policy that is run over it by as many nodes as the test starts. */
final class RunningPolicy implements AutoCloseable {
    static final String NAME = "issue-redeem-codes";
    static final Duration OFTEN = Duration.ofMillis(50);
    static final Duration NEVER = Duration.ofDays(1);

    final FragilePolicy policy = new FragilePolicy();
    private final DataSource database;
    private final LedgerEventStorageEngine log;
    private final LedgerEventStore store;
    private final EventJsonSerializer events = new LogConfiguration().eventSerializer();
    private final List<PolicyRunner> runners = new ArrayList<>();

    RunningPolicy(DataSource database) {
        this.database = database;
        LogSignal signal = new LogSignal();
        log = LedgerEventStorageEngine.builder()
                .dataSources(database, database, dialect(database))
                .clock(Clock.systemUTC())
                .serializer(events)
                .build(signal);
        store = LedgerEventStore.over(log, signal);
    }

    static Stream<Supplier<DataSource>> databases() {
        return Stream.of(Databases::h2, Databases::postgres);
    }

    private static LogDialect dialect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return LogDialect.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    PolicyRunner start(Duration retryPause) {
        PolicyRunner runner = new PolicyRunner(
                NAME,
                policy,
                store,
                events,
                database,
                new JdbcTransactionManager(database),
                Duration.ofSeconds(10),
                retryPause);
        runners.add(runner);
        runner.start();
        return runner;
    }

    PolicyHealth health(MeterRegistry meters) {
        return new PolicyHealth(runners, meters);
    }

    /** Appends events of one order, one for each number. */
    void issued(String order, int from, int to) {
        log.appendEvents(IntStream.rangeClosed(from, to)
                .mapToObj(number -> new GenericDomainEventMessage<>(
                        "Order",
                        order,
                        number,
                        new OrderEvent.RedeemCodesIssued(order, "company", number, number, 1_000, Instant.EPOCH)))
                .toList());
    }

    /** How many events of the order are parked. */
    long letters(String order) {
        return JdbcClient.create(database)
                .sql("""
                        select count(*)
                        from platform.policy_dead_letter
                        where sequence_identifier = :order
                        """)
                .param("order", order)
                .query(Long.class)
                .single();
    }

    static void awaitThat(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        runners.forEach(PolicyRunner::stop);
    }
}
