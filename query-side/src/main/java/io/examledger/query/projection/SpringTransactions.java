package io.examledger.query.projection;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Axon's transactions on Spring's manager, so that token, parked letters and rows are committed together. */
public final class SpringTransactions implements TransactionManager {
    private final PlatformTransactionManager spring;
    private final Runnable begun;

    private SpringTransactions(PlatformTransactionManager spring, Runnable begun) {
        this.spring = spring;
        this.begun = begun;
    }

    public static SpringTransactions durable(PlatformTransactionManager spring) {
        return new SpringTransactions(spring, () -> {});
    }

    /**
     * Transactions that do not wait for PostgreSQL to flush them. For what is folded from the log and stored together
     * with its token: when the server crashes both are lost together, and it is folded again.
     */
    static SpringTransactions notFlushed(PlatformTransactionManager spring, DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        boolean postgres = Snapshots.isPostgres(dataSource);
        return new SpringTransactions(
                spring, postgres ? () -> jdbc.execute("set local synchronous_commit to off") : () -> {});
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
        try {
            begun.run();
        } catch (RuntimeException e) {
            spring.rollback(status);
            throw e;
        }
        return new Transaction() {
            @Override
            public void commit() {
                spring.commit(status);
            }

            @Override
            public void rollback() {
                // Axon also rolls back after a commit that failed, which has ended the transaction already.
                if (!status.isCompleted()) {
                    spring.rollback(status);
                }
            }
        };
    }
}
