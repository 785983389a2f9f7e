package io.examledger.benchmarks.commands;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** Binds an entity manager and its transaction to the thread; whoever starts one inside joins it. As Spring does. */
final class EntityManagerTransactions implements TransactionManager {
    private final EntityManagerFactory factory;

    @SuppressWarnings("ThreadLocalUsage") // One factory, one binding; both live as long as the program.
    private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

    EntityManagerTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    EntityManager entityManager() {
        EntityManager current = bound.get();
        if (current == null) {
            throw new IllegalStateException("there is no transaction");
        }
        return current;
    }

    @Override
    public Transaction startTransaction() {
        if (bound.get() != null) {
            return new Joined();
        }
        EntityManager opened = factory.createEntityManager();
        opened.getTransaction().begin();
        bound.set(opened);
        return new Own(opened);
    }

    private static final class Joined implements Transaction {
        @Override
        public void commit() {
            // Whoever began it commits it.
        }

        @Override
        public void rollback() {
            // Whoever began it learns of the failure by the exception.
        }
    }

    private final class Own implements Transaction {
        private final EntityManager manager;

        private Own(EntityManager manager) {
            this.manager = manager;
        }

        @Override
        public void commit() {
            try (manager) {
                manager.getTransaction().commit();
            } finally {
                bound.remove();
            }
        }

        @Override
        public void rollback() {
            try (manager) {
                manager.getTransaction().rollback();
            } finally {
                bound.remove();
            }
        }
    }
}
