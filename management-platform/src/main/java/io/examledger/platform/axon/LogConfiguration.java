package io.examledger.platform.axon;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.command.Claims;
import io.examledger.eventstore.AppendLimits;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.EventTypes;
import io.examledger.eventstore.Ledger;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.eventstore.LogDialect;
import io.examledger.eventstore.LogSignal;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.event.EventType;
import io.examledger.platform.crypto.ReceiptVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event log over the application's database. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    private static final Duration FALLBACK_POLL = Duration.ofSeconds(1);

    @Bean
    EventJsonSerializer eventSerializer() {
        EventTypes types = new EventTypes();
        for (Class<?> event : EventCatalogue.events()) {
            EventType type = EventCatalogue.typeOf(event);
            types.register(type.value(), type.revision(), event);
        }
        return new EventJsonSerializer(types);
    }

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean
    LogDialect logDialect(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return LogDialect.of(connection);
        }
    }

    @Bean
    AppendConnections appendConnections(JdbcConnectionDetails database, LogDialect dialect) {
        return new AppendConnections(database, dialect);
    }

    @Bean
    LedgerEventStorageEngine eventStorageEngine(
            AppendConnections appends,
            DataSource reads,
            LogDialect dialect,
            Clock clock,
            EventJsonSerializer serializer,
            LogSignal signal) {
        return LedgerEventStorageEngine.builder()
                .dataSources(appends.pool, reads, dialect)
                .clock(clock)
                .serializer(serializer)
                .build(signal);
    }

    @Bean
    LedgerEventStore eventStore(LedgerEventStorageEngine engine, LogSignal signal) {
        return LedgerEventStore.over(engine, signal);
    }

    @Bean
    Ledger ledger(DataSource dataSource) {
        return new Ledger(dataSource);
    }

    @Bean
    Claims claims(Ledger ledger) {
        return new LedgerClaims(ledger);
    }

    @Bean
    Receipts receipts(Ledger ledger, ReceiptVault vault) {
        return new Receipts(ledger, vault);
    }

    @Bean
    KeptAnswers keptAnswers(LedgerEventStorageEngine engine, Receipts receipts) {
        return new KeptAnswers(engine, receipts);
    }

    @Bean
    OtherNodes otherNodes(DataSource dataSource, LogDialect dialect, LogSignal signal) {
        return new OtherNodes(dataSource, dialect, signal, FALLBACK_POLL);
    }

    /** A pool of its own for appends: they never wait behind queries, and their sessions limit themselves. */
    static final class AppendConnections implements AutoCloseable {
        /** The leader's connection, and one to find out what became of a broken commit. */
        private static final int CONNECTIONS = 2;

        private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

        private final HikariDataSource pool;

        private AppendConnections(JdbcConnectionDetails database, LogDialect dialect) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("appends");
            config.setJdbcUrl(database.getJdbcUrl());
            config.setUsername(database.getUsername());
            config.setPassword(database.getPassword());
            config.setAutoCommit(false);
            // Otherwise what a connection begins with would leave it in a transaction, which the server ends after a
            // while.
            config.setIsolateInternalQueries(true);
            config.setMaximumPoolSize(CONNECTIONS);
            config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
            if (dialect == LogDialect.POSTGRESQL) {
                config.addDataSourceProperty("reWriteBatchedInserts", "true");
                config.setConnectionInitSql(AppendLimits.DEFAULT.postgresqlInitSql());
            }
            pool = new HikariDataSource(config);
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
