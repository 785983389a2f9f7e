package io.examledger.eventstore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One real PostgreSQL for the whole test run; each test gets a database of its own, copied from a migrated one. */
final class PostgresServer {
    private static final String TEMPLATE = "ledger_template";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            execute(server, "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getJdbcUrl("postgres", TEMPLATE), "postgres", "postgres")
                    .locations("classpath:db/ledger/common")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return SERVER.getPort();
    }

    /** Name of a new database with the tables of the log. */
    static String newDatabase() {
        String name = "ledger_" + DATABASES.incrementAndGet();
        execute(SERVER, "create database " + name + " template " + TEMPLATE);
        return name;
    }

    /** Ends every session of a database that a client with this application name has. */
    static void terminate(String database, String applicationName) {
        execute(SERVER, """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = '%s' and application_name = '%s'""".formatted(database, applicationName));
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
