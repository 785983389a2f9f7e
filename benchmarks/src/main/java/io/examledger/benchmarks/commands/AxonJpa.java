package io.examledger.benchmarks.commands;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PersistenceConfiguration;
import java.io.Serializable;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** Axon's JPA engine on Hibernate, both with their defaults. */
final class AxonJpa {
    private AxonJpa() {}

    static CommandSide on(String jdbcUrl) {
        EntityManagerFactory factory = new PersistenceConfiguration("axon")
                .managedClass(DomainEventEntry.class)
                .managedClass(SnapshotEventEntry.class)
                .managedClass(ClaimEntry.class)
                .property("jakarta.persistence.nonJtaDataSource", AxonJdbc.pool(jdbcUrl, true))
                .property("hibernate.hbm2ddl.auto", "create")
                .createEntityManagerFactory();
        EntityManagerTransactions transactions = new EntityManagerTransactions(factory);
        // XStream, Axon's default, cannot read records: its Jackson serializer, likewise with its defaults.
        Serializer serializer = Jackson3Serializer.builder().build();
        JpaEventStorageEngine engine = JpaEventStorageEngine.builder()
                .entityManagerProvider(transactions::entityManager)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        return new AxonSide(
                engine,
                transactions,
                new InsertedClaims((kind, name, holder) ->
                        transactions.entityManager().persist(new ClaimEntry(kind, name, holder))));
    }

    /** A claimed name. */
    @Entity(name = "Claim")
    @IdClass(ClaimEntry.Key.class)
    static class ClaimEntry {
        @Id
        private @Nullable String kind;

        @Id
        private @Nullable String name;

        @SuppressWarnings("UnusedVariable") // Hibernate reads it.
        private @Nullable String holder;

        /** For Hibernate. */
        protected ClaimEntry() {}

        ClaimEntry(String kind, String name, String holder) {
            this.kind = kind;
            this.name = name;
            this.holder = holder;
        }

        record Key(@Nullable String kind, @Nullable String name) implements Serializable {}
    }
}
