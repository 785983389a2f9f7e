package io.examledger.benchmarks.commands;

import io.examledger.command.Claims;
import io.examledger.command.account.Account;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.candidacy.Candidacy;
import io.examledger.command.order.Order;
import io.examledger.command.order.issue.IssueRedeemCodesHandler;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;

/** The same aggregates and handlers on Axon's own event store, with its defaults: a transaction for each command, no cache. */
final class AxonSide implements CommandSide {
    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final CommandBus bus;

    AxonSide(EventStorageEngine engine, TransactionManager transactions, Claims claims) {
        this.engine = engine;
        this.transactions = transactions;
        this.bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                new SimpleCorrelationDataProvider("actor", "correlationId", "causationId")));
        EventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        Repository<RedeemCode> redeemCodes = repository(RedeemCode.class, store);
        Repository<Account> accounts = repository(Account.class, store);
        Repository<Order> orders = repository(Order.class, store);
        Candidacies candidacies = new Candidacies(repository(Candidacy.class, store), id -> false);
        List.of(
                        new BindRedeemCodeHandler(accounts, redeemCodes, candidacies),
                        new IssueRedeemCodesHandler(orders, redeemCodes, claims))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
    }

    private static <T> Repository<T> repository(Class<T> type, EventStore store) {
        return EventSourcingRepository.builder(type).eventStore(store).build();
    }

    @Override
    public void store(List<DomainEventMessage<?>> events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("history"));
        unit.attachTransaction(transactions);
        unit.execute(() -> engine.appendEvents(events));
    }

    @Override
    public void ready(Batch batch) {
        // Without a cache there is nothing to prepare.
    }

    @Override
    public void send(Object command, Class<?> answer) {
        String id = History.newId();
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(Map.of("actor", "benchmark", "correlationId", id, "causationId", id)),
                (sent, answered) -> result.set(answered));
        CommandResultMessage<?> answered = result.get();
        if (answered == null || answered.isExceptional()) {
            throw new IllegalStateException("a command failed", answered == null ? null : answered.exceptionResult());
        }
    }
}
