package io.examledger.benchmarks.platform;

import io.examledger.benchmarks.server.PostgresServer;
import io.examledger.command.Commands;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.platform.ExamLedgerApplication;
import io.examledger.query.projection.Positions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole system in this process, as it is shipped. */
public final class StartedPlatform implements AutoCloseable {
    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext context;
    private final Path directory;

    private StartedPlatform(String... arguments) throws IOException {
        directory = Files.createTempDirectory("examledger-benchmark-");
        String[] all = Stream.concat(
                        Stream.of("--server.port=0", "--examledger.data-dir=" + directory), Stream.of(arguments))
                .toArray(String[]::new);
        context = SpringApplication.run(ExamLedgerApplication.class, all);
    }

    /** On an empty PostgreSQL database, with the pool as the production profile has it. */
    public static StartedPlatform on(String jdbcUrl) throws IOException {
        return new StartedPlatform(postgres(jdbcUrl).toArray(String[]::new));
    }

    private static Stream<String> postgres(String jdbcUrl) {
        return Stream.of(
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=" + PostgresServer.USER,
                "--spring.datasource.password=",
                "--spring.datasource.hikari.data-source-properties.reWriteBatchedInserts=true");
    }

    /** The same, and nothing but what is asked for reads all of the log: no reconciliation begins by itself. */
    public static StartedPlatform undisturbedOn(String jdbcUrl) throws IOException {
        return new StartedPlatform(Stream.concat(postgres(jdbcUrl), Stream.of("--examledger.reconcile-every=P1D"))
                .toArray(String[]::new));
    }

    /** On the embedded H2 file. */
    public static StartedPlatform onH2() throws IOException {
        return new StartedPlatform();
    }

    public Commands commands() {
        return bean(Commands.class);
    }

    public LedgerEventStorageEngine log() {
        return bean(LedgerEventStorageEngine.class);
    }

    public DataSource dataSource() {
        return bean(DataSource.class);
    }

    public Positions positions() {
        return bean(Positions.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A bean that shares its type with others. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Projections, policies, and the ear for other nodes. */
    private List<SmartLifecycle> readers() {
        return context.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getName().startsWith("io.examledger."))
                .toList();
    }

    /** What is in the log by the end of the work is made up: no policy reacts to it, while projections fold it. */
    public void withoutPolicies(Work work) throws InterruptedException {
        List<SmartLifecycle> policies = readers().stream()
                .filter(bean -> bean.getClass().getName().startsWith("io.examledger.platform."))
                .toList();
        policies.forEach(SmartLifecycle::stop);
        work.run();
        JdbcClient.create(dataSource())
                .sql("update platform.policy_token set token = :position, token_type = 'position'")
                .param("position", Long.toString(log().headPosition()).getBytes(StandardCharsets.US_ASCII))
                .update();
        policies.forEach(SmartLifecycle::start);
    }

    /** What may be interrupted. */
    public interface Work {
        void run() throws InterruptedException;
    }

    public void stopReaders() {
        readers().forEach(SmartLifecycle::stop);
    }

    /** Returns when the projections have caught up. */
    public void startReaders() {
        readers().forEach(SmartLifecycle::start);
        catchUp();
    }

    /** Returns when every projection has seen what is in the log now. */
    public void catchUp() {
        positions().await(log().headPosition(), CATCH_UP);
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
