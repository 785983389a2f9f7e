package io.examledger.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh, migrated database of each kind. One PostgreSQL server serves the whole run. */
public final class Databases {
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** After the systems that use it, which would otherwise wait for it while they stop. */
        private static void stop(EmbeddedPostgres started) {
            USERS.forEach(ConfigurableApplicationContext::close);
            try {
                started.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final Queue<ConfigurableApplicationContext> USERS = new ConcurrentLinkedQueue<>();

    private Databases() {}

    /** H2 and PostgreSQL, for parameterised tests. */
    public static Stream<DataSource> both() {
        return Stream.of(h2(), postgres());
    }

    /** The same with the tables of an earlier version. */
    public static Stream<DataSource> bothOf(String version) {
        return Stream.of(emptyH2(), Server.POSTGRES.getDatabase("postgres", createDatabase()))
                .map(database -> migrated(database, version));
    }

    /** To the present version. */
    public static void migrate(DataSource database) {
        migrated(database);
    }

    public static DataSource h2() {
        return migrated(emptyH2());
    }

    private static DataSource emptyH2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        return h2;
    }

    public static DataSource postgres() {
        return migrated(Server.POSTGRES.getDatabase("postgres", createDatabase()));
    }

    /** The JDBC URL of the same. */
    public static String migratedPostgresUrl() {
        String name = createDatabase();
        migrated(Server.POSTGRES.getDatabase("postgres", name));
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Creates an empty database for a system that is closed when the tests' JVM ends, and answers its JDBC URL. */
    static String emptyPostgresUrlFor(ConfigurableApplicationContext context) {
        USERS.add(context);
        return emptyPostgresUrl();
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
        return migrated(database, "latest");
    }

    private static DataSource migrated(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("platform")
                .locations("classpath:db/ledger/common", "classpath:db/platform/common")
                .target(version)
                .load()
                .migrate();
        return database;
    }
}
