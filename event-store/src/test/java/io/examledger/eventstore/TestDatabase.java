package io.examledger.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database with an empty log: an H2 file, or a database on the real PostgreSQL. */
final class TestDatabase implements AutoCloseable {
    /** Makes a class of tests run on both. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";

    private final List<HikariDataSource> pools = new ArrayList<>();
    private final LogDialect dialect;
    private final String url;
    private final String name;

    private TestDatabase(LogDialect dialect, String url, String name) {
        this.dialect = dialect;
        this.url = url;
        this.name = name;
    }

    static TestDatabase create(Kind kind, Path directory) {
        if (kind == Kind.POSTGRESQL) {
            String name = PostgresServer.newDatabase();
            return new TestDatabase(LogDialect.POSTGRESQL, postgresUrl(name, PostgresServer.port()), name);
        }
        String url = "jdbc:h2:file:" + directory.resolve("log") + H2_OPTIONS;
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/ledger/common")
                .load()
                .migrate();
        return new TestDatabase(LogDialect.H2, url, "log");
    }

    static String postgresUrl(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    LogDialect dialect() {
        return dialect;
    }

    String url() {
        return url;
    }

    String name() {
        return name;
    }

    /** A pool as the platform would make it for appends. */
    DataSource forAppends(AppendLimits limits) {
        return forAppends(url, limits, "appends");
    }

    DataSource forAppends(String throughUrl, AppendLimits limits, String applicationName) {
        HikariConfig config = config(throughUrl, 2, applicationName);
        if (dialect == LogDialect.POSTGRESQL) {
            config.setConnectionInitSql(limits.postgresqlInitSql());
        }
        return open(config);
    }

    DataSource forReads() {
        return open(config(url, 6, "reads"));
    }

    DataSource named(String applicationName) {
        return open(config(url, 2, applicationName));
    }

    private HikariConfig config(String throughUrl, int size, String applicationName) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(throughUrl);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        if (dialect == LogDialect.POSTGRESQL) {
            config.addDataSourceProperty("ApplicationName", applicationName);
        }
        return config;
    }

    private HikariDataSource open(HikariConfig config) {
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> column(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
