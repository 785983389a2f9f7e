package io.examledger.query.replay;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.ListedLog;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.overview.OverviewProjection;
import io.examledger.query.projection.Projection;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import io.examledger.query.registrations.RegistrationProjection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A process that works on replays until it is killed. */
final class ReplayingProcess {
    static final int CODES = 3_000;
    static final Duration SILENCE = Duration.ofMillis(500);

    private ReplayingProcess() {}

    /** @param arguments the JDBC URL */
    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        HikariDataSource dataSource = new HikariDataSource(config);
        ListedLog log = new ListedLog();
        log.append(events());
        replays(dataSource, log).worker().start();
        Thread.currentThread().join();
    }

    static Process start(String url) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReplayingProcess.class.getName(),
                        url)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static Replays replays(DataSource dataSource, ListedLog log) {
        return new ReplayRuntime(
                        dataSource,
                        new JdbcTransactionManager(dataSource),
                        log,
                        projections(),
                        () -> UUID.randomUUID().toString(),
                        SILENCE)
                .replays();
    }

    static List<Projection> projections() {
        return List.of(
                new RedeemCodeProjection(),
                new BillProjection(),
                new OverviewProjection(),
                new RegistrationProjection());
    }

    /** The same in each process. */
    static List<Object> events() {
        List<Object> events = new ArrayList<>(
                List.of(introduced("AAA"), placed("o1", "acme", "AAA", CODES), purchased("o1", "acme", "AAA", CODES)));
        List<RedeemCodeEvent.Issued> codes = new ArrayList<>();
        for (int number = 1; number <= CODES; number++) {
            codes.add(issued("o1", number, "acme", "AAA"));
        }
        events.addAll(codes);
        for (int number = 0; number < CODES; number += 2) {
            events.add(bound(codes.get(number), "person-" + number));
            events.add(opened(codes.get(number), "person-" + number));
        }
        return events;
    }
}
