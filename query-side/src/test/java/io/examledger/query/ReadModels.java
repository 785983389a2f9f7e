package io.examledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.examledger.query.accounts.AccountProjection;
import io.examledger.query.attempts.AttemptProjection;
import io.examledger.query.audit.AuditTrailProjection;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.bulkchanges.BulkChangeProjection;
import io.examledger.query.messages.DeliveryProjection;
import io.examledger.query.messages.MessageProjection;
import io.examledger.query.overview.OverviewProjection;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ProjectionRuntime;
import io.examledger.query.projection.ProjectionSettings;
import io.examledger.query.projection.Projections;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import io.examledger.query.registrations.RegistrationProjection;
import io.examledger.query.sites.SiteProjection;
import io.examledger.query.subjects.SubjectProjection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database, a log, and projections that run from one to the other. */
public final class ReadModels implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RETRY_BY_HAND = Duration.ofDays(1);
    private final HikariDataSource dataSource;
    private final JdbcTransactionManager transactions;
    private final ListedLog log = new ListedLog();
    private final ProjectionRuntime runtime;
    private final Projections projections;
    private long last;

    public ReadModels(Database database, Projection... projections) {
        this(database.create(), List.of(projections), RETRY_BY_HAND);
    }

    /** What is parked is tried again after each pause. */
    public static ReadModels retrying(Database database, Duration pause, Projection... projections) {
        return new ReadModels(database.create(), List.of(projections), pause);
    }

    /** With every projection there is. */
    public static ReadModels all(Database database) {
        return new ReadModels(database, everyProjection().toArray(Projection[]::new));
    }

    static List<Projection> everyProjection() {
        return List.of(
                new SubjectProjection(),
                new AccountProjection(),
                new RedeemCodeProjection(),
                new BillProjection(),
                new OverviewProjection(),
                new RegistrationProjection(),
                new MessageProjection(),
                new DeliveryProjection(),
                new BulkChangeProjection(),
                new AttemptProjection(),
                new SiteProjection(),
                new AuditTrailProjection());
    }

    private ReadModels(HikariDataSource dataSource, List<Projection> projections, Duration retryPause) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
        this.runtime = new ProjectionRuntime(
                dataSource,
                transactions,
                log,
                EventSerializers.json(),
                projections.stream().map(Projection::name).toList());
        this.projections = new Projections(
                runtime,
                projections,
                new ProjectionSettings(100, Duration.ofMillis(100), Duration.ofSeconds(10), 2, retryPause));
        this.projections.start();
    }

    /** What is given from now on is recorded then. */
    public ReadModels at(Instant recorded) {
        log.at(recorded);
        return this;
    }

    /** Appends the events and waits until every projection has seen them. */
    public ReadModels given(Object... events) {
        return given(List.of(events));
    }

    /** Appends the events and waits until every projection has seen them. */
    public ReadModels given(List<?> events) {
        last = log.append(events);
        awaitAll();
        return this;
    }

    public void awaitAll() {
        runtime.positions().await(last, PATIENCE);
    }

    public ListedLog log() {
        return log;
    }

    public ProjectionRuntime runtime() {
        return runtime;
    }

    public Projections projections() {
        return projections;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public JdbcTransactionManager transactions() {
        return transactions;
    }

    public NamedParameterJdbcTemplate jdbc() {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    public List<Map<String, Object>> rows(String sql) {
        return jdbc().getJdbcTemplate().queryForList(sql);
    }

    public long number(String sql) {
        Long number = jdbc().getJdbcTemplate().queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    public void execute(String sql) {
        jdbc().getJdbcTemplate().execute(sql);
    }

    /** Waits until it holds, half a minute at most. */
    public static void awaitThat(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        projections.stop();
        dataSource.close();
    }
}
