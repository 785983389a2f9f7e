package io.examledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Gives Axon the connection of the running transaction; closing it there leaves it open for the transaction. */
public final class TransactionAwareConnections implements ConnectionProvider {
    private final TransactionAwareDataSourceProxy dataSource;

    public TransactionAwareConnections(DataSource dataSource) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return dataSource.getConnection();
    }
}
