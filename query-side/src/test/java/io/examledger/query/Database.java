package io.examledger.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** The two databases. Each test gets a fresh one with the migrations applied. */
public enum Database {
    H2 {
        @Override
        public HikariDataSource create() {
            HikariDataSource dataSource = empty();
            migrate(dataSource, LATEST);
            return dataSource;
        }

        @Override
        HikariDataSource empty() {
            return pool("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    },
    POSTGRESQL {
        @Override
        public HikariDataSource create() {
            return Server.INSTANCE.database("migrated");
        }

        @Override
        HikariDataSource empty() {
            return Server.INSTANCE.database("template1");
        }
    };

    /** The schema of today. */
    static final String LATEST = "latest";

    /** Close it after the test. */
    public abstract HikariDataSource create();

    /** Without a schema. */
    abstract HikariDataSource empty();

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** @param version of the last migration that is applied */
    static void migrate(HikariDataSource dataSource, String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/readmodel/common")
                .target(version)
                .load()
                .migrate();
    }

    /** One server for the JVM, which stops it when it ends; databases are copies of a migrated one. */
    private static final class Server {
        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;
        private final AtomicInteger databases = new AtomicInteger();

        Server() {
            try {
                postgres = EmbeddedPostgres.builder().start();
                execute("create database migrated");
                try (HikariDataSource migrated = pool(postgres.getJdbcUrl("postgres", "migrated"))) {
                    migrate(migrated, LATEST);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        HikariDataSource database(String template) {
            String name = "test_" + databases.incrementAndGet();
            execute("create database " + name + " template " + template);
            return pool(postgres.getJdbcUrl("postgres", name));
        }

        private void execute(String sql) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
