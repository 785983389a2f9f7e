package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.message.deliver.Carrier;
import io.examledger.command.message.deliver.Contacts;
import io.examledger.command.message.deliver.DueMessages.Due;
import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.command.message.deliver.RetryPolicy;
import io.examledger.command.message.request.RequestMessage;
import io.examledger.command.policy.WhenAnnouncedRequestMessages;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.Ledger;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.eventstore.LogDialect;
import io.examledger.eventstore.LogSignal;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageParameter;
import io.examledger.kernel.personal.PersonalDataVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** As much of a node as messages need, over a database that it may share with others. */
final class MessageNode {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final AccountId ADA = new AccountId("ada");
    private static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofHours(1));

    private final DataSource database;
    private final EventJsonSerializer events = new LogConfiguration().eventSerializer();
    private final LedgerEventStorageEngine log;
    private final LedgerEventStore store;
    private final Commands commands;
    private final Carrier carrier;

    @SuppressWarnings("NullAway") // Nothing here has an idempotency key, so no receipt is sealed.
    MessageNode(DataSource database, Carrier carrier) {
        this.database = database;
        this.carrier = carrier;
        LogSignal signal = new LogSignal();
        log = LedgerEventStorageEngine.builder()
                .dataSources(database, database, dialect(database))
                .clock(Clock.systemUTC())
                .serializer(events)
                .build(signal);
        store = LedgerEventStore.over(log, signal);
        Receipts receipts = new Receipts(new Ledger(database), null);
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(
                AxonCommands.ACTOR, AxonCommands.CORRELATION, AxonCommands.CAUSATION)));
        bus.registerHandlerInterceptor(new Dispatch.Interceptor(log, receipts, List.of()));
        assertThat(new AnnouncementConfiguration().messages(store, bus)).isNotNull();
        commands = new AxonCommands(bus, log, receipts);
    }

    private static LogDialect dialect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return LogDialect.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void registerAda() {
        append(
                "Account",
                ADA.value(),
                new AccountEvent.Registered(ADA.value(), AccountKind.ROOT, null, "name", "ada@example.org", null, NOW));
    }

    /** Appends the first event of an aggregate. */
    void append(String type, String id, Object event) {
        log.appendEvents(List.of(new GenericDomainEventMessage<>(type, id, 0, event)));
    }

    void request(String cause) {
        commands.send(
                new RequestMessage(
                        cause,
                        Channel.EMAIL,
                        ADA,
                        AnnouncementKind.REDEEM_CODE_UNBOUND,
                        List.of(new MessageParameter("subject", "PR000002")),
                        NOW),
                Done.class,
                new CommandContext(new Caller("test", Optional.empty(), Set.of()), "request", null));
    }

    void deliver(String cause, Instant at) {
        new MessageCourier(
                        commands,
                        new Contacts(store, new PlainVault()),
                        Map.of(Channel.EMAIL, carrier),
                        RETRIES,
                        Clock.fixed(at, ZoneOffset.UTC))
                .deliver(new Due(
                        io.examledger.kernel.message.MessageId.of(cause, Channel.EMAIL), Channel.EMAIL, "request"));
    }

    /** The policy that asks for messages; to be started. */
    PolicyRunner policy() {
        return new PolicyRunner(
                "request-messages",
                new WhenAnnouncedRequestMessages(
                        new OwnThreadPolicyCommands(commands), Clock.fixed(NOW, ZoneOffset.UTC)),
                store,
                events,
                database,
                new JdbcTransactionManager(database),
                Duration.ofSeconds(10),
                Duration.ofDays(1));
    }

    /** Nothing is sealed, so nothing has to be opened. */
    private static final class PlainVault implements PersonalDataVault {
        @Override
        public String seal(String clear, AccountId person) {
            return clear;
        }

        @Override
        public String digest(String clear) {
            return clear;
        }

        @Override
        public Optional<String> open(String sealed, AccountId person) {
            return Optional.of(sealed);
        }
    }
}
