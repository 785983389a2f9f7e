package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.order.remind.ReminderPolicy;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.platform.crypto.ReceiptVault;
import io.examledger.platform.crypto.TestKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The command side as it is configured, on a database of its own: no server, and nothing that runs by itself. */
public final class HistoryNode implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final LedgerEventStorageEngine engine;
    private final Commands commands;
    private final ThreadLocal<List<EventMessage<?>>> published = ThreadLocal.withInitial(ArrayList::new);

    public HistoryNode(JdbcConnectionDetails database, DataSource reads, PersonalDataVault vault) {
        // Only what a command needs comes to be: no controllers, no policies that run, no alarms.
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        // Not the context's to close.
        context.getBeanFactory().registerSingleton("database", database);
        context.getBeanFactory().registerSingleton("reads", reads);
        context.registerBean(PersonalDataVault.class, () -> vault);
        context.registerBean(ReceiptVault.class, TestKeys::receipts);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ReminderPolicy.class, () -> ReminderPolicy.in(ZoneOffset.UTC));
        context.register(
                LogConfiguration.class, CommandConfiguration.class, ExamConfiguration.class, MoneyConfiguration.class);
        context.refresh();
        engine = context.getBean(LedgerEventStorageEngine.class);
        commands = context.getBean(Commands.class);
        // Called in the thread of the command, once its events are stored. The bus lives as long as its subscriber.
        context.getBean(LedgerEventStore.class)
                .subscribe(stored -> published.get().addAll(stored));
    }

    public PaymentProvider payments() {
        return context.getBean(PaymentProvider.class);
    }

    /** @param events as a reader of the log gets them; none where a repeat was answered by its receipt */
    public record Sent(Object answer, boolean replayed, List<TrackedEventMessage<?>> events) {}

    /** Sends a command in this thread. */
    public Sent send(Object command, Class<?> answer, CommandContext from) {
        List<EventMessage<?>> mine = published.get();
        mine.clear();
        Outcome<?> outcome = commands.send(command, answer, from);
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        long before = outcome.position() - mine.size();
        for (EventMessage<?> event : mine) {
            events.add(tracked((DomainEventMessage<?>) event, before + events.size() + 1));
        }
        return new Sent(outcome.answer(), outcome.replayed(), events);
    }

    private static TrackedEventMessage<?> tracked(DomainEventMessage<?> event, long position) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), event);
    }

    /** The whole log, as it is stored. */
    public Stream<? extends TrackedEventMessage<?>> log() {
        return engine.readEvents(null, false);
    }

    /** The last position recorded by then. */
    public long lastPositionAt(Instant instant) {
        return engine.lastPositionAt(instant);
    }

    @Override
    public void close() {
        context.close();
    }
}
