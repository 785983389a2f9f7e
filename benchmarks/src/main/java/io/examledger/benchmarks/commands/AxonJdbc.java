package io.examledger.benchmarks.commands;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.benchmarks.server.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Axon's JDBC engine on a plain pool; the unit of work's connection is the transaction. */
final class AxonJdbc {
    /** One for each client: more than Hikari's default, so that the pool is not what is measured. */
    private static final int CONNECTIONS = 32;

    private AxonJdbc() {}

    static CommandSide on(String jdbcUrl) throws SQLException {
        HikariDataSource pool = pool(jdbcUrl, false);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table claim (kind varchar(64), name varchar(256), holder varchar(160), primary key (kind, name))");
            connection.commit();
        }
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool));
        // XStream, Axon's default, cannot read records: its Jackson serializer, likewise with its defaults.
        Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        DefaultUnitOfWork.startAndGet(new GenericMessage<>("schema"))
                .execute(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return new AxonSide(engine, NoTransactionManager.instance(), new InsertedClaims((kind, name, holder) -> {
            try (Connection connection = connections.getConnection();
                    PreparedStatement insert = connection.prepareStatement("insert into claim values (?, ?, ?)")) {
                insert.setString(1, kind);
                insert.setString(2, name);
                insert.setString(3, holder);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    static HikariDataSource pool(String jdbcUrl, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(PostgresServer.USER);
        config.setPassword("");
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }
}
