package io.examledger.platform.axon;

import io.examledger.command.Claims;
import io.examledger.command.Commands;
import io.examledger.command.account.Account;
import io.examledger.command.account.register.RegisterAccountHandler;
import io.examledger.command.account.verify.VerifyAccountHandler;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.candidacy.Candidacy;
import io.examledger.command.order.Order;
import io.examledger.command.order.expire.ExpireOrderHandler;
import io.examledger.command.order.expire.ExpireRedeemCodesHandler;
import io.examledger.command.order.issue.IssueRedeemCodesHandler;
import io.examledger.command.order.place.PlaceOrderHandler;
import io.examledger.command.order.refund.Refund;
import io.examledger.command.order.remind.RemindBuyerHandler;
import io.examledger.command.order.remind.ReminderPolicy;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler;
import io.examledger.command.redeemcode.bulk.BulkChange;
import io.examledger.command.redeemcode.bulk.BulkChangeHandler;
import io.examledger.command.redeemcode.bulk.BulkChunk;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCodeHandler;
import io.examledger.command.subject.Subject;
import io.examledger.command.subject.introduce.IntroduceSubjectHandler;
import io.examledger.command.voucher.Voucher;
import io.examledger.command.voucher.Vouchers;
import io.examledger.eventstore.BoundedCache;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The command side: bus, repositories, handlers. The controllers are found by scanning. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.examledger.command")
class CommandConfiguration {
    /** Of each type. */
    private static final long HOT_AGGREGATES = 100_000;

    private static final long RUNNING_JOBS = 100;

    @Bean
    BoundedCache orderCache() {
        return new BoundedCache(HOT_AGGREGATES);
    }

    @Bean
    BoundedCache redeemCodeCache() {
        return new BoundedCache(HOT_AGGREGATES);
    }

    @Bean
    BoundedCache candidacyCache() {
        return new BoundedCache(HOT_AGGREGATES);
    }

    @Bean
    BoundedCache bulkChangeCache() {
        return new BoundedCache(RUNNING_JOBS);
    }

    /** Not cached: most commands only read it, so nothing would conflict if another node had changed it (ACC-2). */
    @Bean
    Repository<Account> accounts(LedgerEventStore store) {
        return uncached(Account.class, store);
    }

    /** Not cached: an order only reads the price, so nothing would conflict if another node had changed it (CAT-3). */
    @Bean
    Repository<Subject> subjects(LedgerEventStore store) {
        return uncached(Subject.class, store);
    }

    @Bean
    Repository<Order> orders(LedgerEventStore store, @Qualifier("orderCache") BoundedCache cache) {
        return repository(Order.class, store, cache);
    }

    @Bean
    Repository<RedeemCode> redeemCodes(LedgerEventStore store, @Qualifier("redeemCodeCache") BoundedCache cache) {
        return repository(RedeemCode.class, store, cache);
    }

    @Bean
    Candidacies candidacies(LedgerEventStore store, @Qualifier("candidacyCache") BoundedCache cache) {
        return new Candidacies(repository(Candidacy.class, store, cache), LedgerEventStorageEngine::foundNone);
    }

    /**
     * Cached, so that a step does not depend on how many chunks a job has. A node that is told of the past starts a chunk that is done
     * elsewhere: its codes' commands find their receipts, and what finishes it conflicts.
     */
    @Bean
    Repository<BulkChange> bulkChanges(LedgerEventStore store, @Qualifier("bulkChangeCache") BoundedCache cache) {
        return repository(BulkChange.class, store, cache);
    }

    /** An id of something else is not found: events are filtered by type, and each type has a cache of its own. */
    static <T> Repository<T> repository(Class<T> type, LedgerEventStore store, BoundedCache cache) {
        return EventSourcingRepository.builder(type)
                .eventStore(store)
                .filterByAggregateType()
                .cache(cache)
                .build();
    }

    static <T> Repository<T> uncached(Class<T> type, LedgerEventStore store) {
        return EventSourcingRepository.builder(type)
                .eventStore(store)
                .filterByAggregateType()
                .build();
    }

    /** For what looks at a registration without changing it, as the end of its order may: for the same reason. */
    private static Candidacies candidaciesAsStored(LedgerEventStore store) {
        return new Candidacies(uncached(Candidacy.class, store), LedgerEventStorageEngine::foundNone);
    }

    /** For steps that may leave a code as it is: that stores nothing, so nothing would conflict if another node had changed it. */
    static Repository<RedeemCode> codesAsStored(LedgerEventStore store) {
        return uncached(RedeemCode.class, store);
    }

    /** Without transactions of its own: a unit of work's one append is its transaction. */
    @Bean
    CommandBus commandBus(
            LedgerEventStore store,
            LedgerEventStorageEngine engine,
            Receipts receipts,
            List<BoundedCache> caches,
            Claims claims,
            Candidacies candidacies,
            Repository<Account> accounts,
            Repository<Subject> subjects,
            Repository<Order> orders,
            Repository<RedeemCode> redeemCodes,
            Repository<BulkChange> bulkChanges,
            Repository<Voucher> vouchers,
            Repository<Refund> refunds,
            ReminderPolicy reminders,
            List<CommandHandlers> others) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(
                AxonCommands.ACTOR, AxonCommands.CORRELATION, AxonCommands.CAUSATION)));
        bus.registerHandlerInterceptor(new Dispatch.Interceptor(engine, receipts, caches));
        handleInAggregate(Subject.class, subjects, bus);
        List<Object> handlers = List.of(
                new RegisterAccountHandler(accounts, claims),
                new VerifyAccountHandler(accounts, claims),
                new IntroduceSubjectHandler(subjects),
                new PlaceOrderHandler(accounts, subjects, orders, new Vouchers(vouchers, claims)),
                new IssueRedeemCodesHandler(orders, redeemCodes, claims),
                new BindRedeemCodeHandler(accounts, redeemCodes, candidacies),
                new UnbindRedeemCodeHandler(redeemCodes, candidacies, claims),
                new RegenerateRedeemCodeHandler(redeemCodes, claims),
                new BulkChangeHandler(bulkChanges, uncached(BulkChunk.class, store)),
                new ExpireOrderHandler(orders, refunds, candidaciesAsStored(store)),
                new ExpireRedeemCodesHandler(orders, codesAsStored(store), candidaciesAsStored(store)),
                new RemindBuyerHandler(orders, candidaciesAsStored(store), reminders));
        Stream.concat(handlers.stream(), others.stream().flatMap(other -> other.all().stream()))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
        return bus;
    }

    private static <T> void handleInAggregate(Class<T> type, Repository<T> repository, CommandBus bus) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    @Bean
    Commands commands(CommandBus bus, LedgerEventStorageEngine engine, Receipts receipts) {
        return new AxonCommands(bus, engine, receipts);
    }
}
