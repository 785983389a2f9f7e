package io.examledger.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A fresh, migrated database of each kind. One PostgreSQL server serves the whole run. */
public final class Databases {
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Databases() {}

    /** H2 and PostgreSQL, for parameterised tests. */
    public static Stream<DataSource> both() {
        return Stream.of(h2(), postgres());
    }

    public static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        return migrated(h2);
    }

    public static DataSource postgres() {
        return migrated(Server.POSTGRES.getDatabase("postgres", createDatabase()));
    }

    /** Creates an empty database and answers its JDBC URL. */
    public static String emptyPostgresUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", createDatabase());
    }

    private static String createDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        org.springframework.jdbc.core.simple.JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return name;
    }

    private static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("platform")
                .locations("classpath:db/ledger/common", "classpath:db/platform/common")
                .load()
                .migrate();
        return database;
    }
}
