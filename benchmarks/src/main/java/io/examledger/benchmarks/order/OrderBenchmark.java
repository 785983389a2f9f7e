package io.examledger.benchmarks.order;

import io.examledger.benchmarks.measuring.Report;
import io.examledger.benchmarks.measuring.Settings;
import io.examledger.benchmarks.measuring.Spread;
import io.examledger.benchmarks.measuring.Table;
import io.examledger.benchmarks.order.Company.Issued;
import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.benchmarks.server.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An order of 100,000 codes, from its payment until the read models show them, beside a plain insert of the same rows. */
public final class OrderBenchmark {
    private static final int QUANTITY = 100_000;
    private static final int WARM_UP_QUANTITY = 10_000;

    private final PostgresServer server;
    private final Settings settings;
    private int databases;

    public OrderBenchmark(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    private record Times(List<Double> system, List<Double> plain) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void row(Table table, String database) {
            Spread bySystem = Spread.of(system);
            Spread byPlain = Spread.of(plain);
            table.row(List.of(
                    database,
                    bySystem.text(2),
                    byPlain.text(2),
                    String.format(Locale.ROOT, "%.1f", bySystem.median() / byPlain.median()),
                    String.format(Locale.ROOT, "%,.0f", QUANTITY / bySystem.median())));
        }
    }

    public void run() throws Exception {
        Path directory = Files.createTempDirectory("examledger-benchmark-h2-");
        try (StartedPlatform onPostgres = StartedPlatform.on(server.createDatabase("orders"));
                StartedPlatform onH2 = StartedPlatform.onH2()) {
            Company withPostgres = new Company(onPostgres);
            Company withH2 = new Company(onH2);
            warmUp(withPostgres);
            warmUp(withH2);
            Times postgres = new Times();
            Times h2 = new Times();
            for (int i = 0; i < settings.rounds(); i++) {
                Issued order = withPostgres.buy(QUANTITY);
                postgres.system().add(order.seconds());
                postgres.plain()
                        .add(PlainInsert.ofOrder(onPostgres.dataSource(), order.orderId())
                                .seconds(emptyPostgres()));
                order = withH2.buy(QUANTITY);
                h2.system().add(order.seconds());
                h2.plain()
                        .add(PlainInsert.ofOrder(onH2.dataSource(), order.orderId())
                                .seconds(emptyH2(directory)));
                System.err.printf(Locale.ROOT, "round %d: PostgreSQL %s, H2 %s%n", i + 1, postgres, h2);
            }
            publish(postgres, h2);
        }
    }

    private void warmUp(Company company) {
        long end = System.nanoTime() + settings.warmUp().toNanos();
        do {
            company.buy(WARM_UP_QUANTITY);
        } while (System.nanoTime() - end < 0);
    }

    private DataSource emptyPostgres() throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.createDatabase("plain" + databases++));
        database.setUser(PostgresServer.USER);
        database.setReWriteBatchedInserts(true);
        EmptyDatabase.migrate(database);
        return database;
    }

    /** As the embedded default has it. */
    private DataSource emptyH2(Path directory) {
        DriverManagerDataSource database =
                new DriverManagerDataSource("jdbc:h2:file:" + directory.resolve("plain" + databases++)
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
        EmptyDatabase.migrate(database);
        return database;
    }

    private void publish(Times postgres, Times h2) throws Exception {
        Table table = new Table(List.of("database", "ExamLedger, s", "plain insert, s", "x plain insert", "codes/s"));
        postgres.row(table, "PostgreSQL");
        h2.row(table, "H2 (file)");
        new Report("order-100k", server.show("server_version"), settings)
                .section("From paid to 100,000 unused codes in the read models", table, """
                        The system issues, encrypts and chains the codes and folds every read model. The plain insert
                        writes the same rows of the log, the claims and the code table, with the same indexes, in
                        batches and transactions of 1,000 codes; on PostgreSQL with reWriteBatchedInserts.""")
                .publish(settings.results());
    }
}
