package io.examledger.query.projection;

import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions in which all tables are as they were at the first statement. */
public final class Snapshots {
    private Snapshots() {}

    /** H2's repeatable reads begin for each table at its own first use. */
    public static TransactionTemplate of(PlatformTransactionManager transactions, DataSource dataSource) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(
                isPostgres(dataSource)
                        ? TransactionDefinition.ISOLATION_REPEATABLE_READ
                        : TransactionDefinition.ISOLATION_SERIALIZABLE);
        return snapshot;
    }

    public static boolean isPostgres(DataSource dataSource) {
        return Boolean.TRUE.equals(new JdbcTemplate(dataSource).execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }
}
