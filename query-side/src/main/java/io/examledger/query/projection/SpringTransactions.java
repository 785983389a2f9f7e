package io.examledger.query.projection;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Axon's transactions on Spring's manager, so that token, parked letters and rows are committed together. */
public final class SpringTransactions implements TransactionManager {
    private final PlatformTransactionManager spring;

    public SpringTransactions(PlatformTransactionManager spring) {
        this.spring = spring;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
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
