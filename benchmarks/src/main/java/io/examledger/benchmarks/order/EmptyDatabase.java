package io.examledger.benchmarks.order;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The system's tables and indexes without the system. */
final class EmptyDatabase {
    private EmptyDatabase() {}

    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("platform")
                .locations(
                        "classpath:db/ledger/common", "classpath:db/readmodel/common", "classpath:db/platform/common")
                .load()
                .migrate();
    }
}
