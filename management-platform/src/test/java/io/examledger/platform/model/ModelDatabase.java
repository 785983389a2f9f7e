package io.examledger.platform.model;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.platform.testing.Databases;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty database for some histories, gone when they are over. */
final class ModelDatabase implements JdbcConnectionDetails, AutoCloseable {
    enum Kind {
        H2,
        POSTGRESQL
    }

    final HikariDataSource reads;
    private final Kind kind;
    private final String url;

    ModelDatabase(Kind kind, int threads) {
        this.kind = kind;
        url = switch (kind) {
            case H2 ->
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
            case POSTGRESQL -> Databases.emptyPostgresUrl();
        };
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(getUsername());
        config.setPassword(getPassword());
        config.setMaximumPoolSize(threads + 2);
        reads = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(reads)
                .defaultSchema("platform")
                .locations("classpath:db/ledger/common", "classpath:db/readmodel/common")
                .load()
                .migrate();
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public void close() {
        if (kind == Kind.H2) {
            new JdbcTemplate(reads).execute("shutdown");
        }
        reads.close();
    }
}
