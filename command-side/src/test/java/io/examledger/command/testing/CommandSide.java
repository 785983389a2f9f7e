package io.examledger.command.testing;

import io.examledger.command.Claims;
import io.examledger.command.account.Account;
import io.examledger.command.account.register.RegisterAccountHandler;
import io.examledger.command.account.verify.VerifyAccountHandler;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Registrations;
import io.examledger.command.appointment.change.ChangeAppointmentHandler;
import io.examledger.command.appointment.checkin.CheckInHandler;
import io.examledger.command.appointment.incident.IncidentHandler;
import io.examledger.command.appointment.launch.LaunchExamHandler;
import io.examledger.command.appointment.result.ResultHandler;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.candidacy.Candidacy;
import io.examledger.command.examsession.ExamSession;
import io.examledger.command.examsession.ExamSessions;
import io.examledger.command.examsession.PoolPolicy;
import io.examledger.command.examsession.open.OpenExamSessionHandler;
import io.examledger.command.message.Message;
import io.examledger.command.message.request.RequestMessageHandler;
import io.examledger.command.order.Order;
import io.examledger.command.order.expire.ExpireOrderHandler;
import io.examledger.command.order.expire.ExpireRedeemCodesHandler;
import io.examledger.command.order.issue.IssueRedeemCodesHandler;
import io.examledger.command.order.pay.PayOrderHandler;
import io.examledger.command.order.pay.PaymentStepsHandler;
import io.examledger.command.order.place.PlaceOrderHandler;
import io.examledger.command.order.refund.AdvanceRefundHandler;
import io.examledger.command.order.refund.DecideRefundHandler;
import io.examledger.command.order.refund.Refund;
import io.examledger.command.order.refund.RefundPolicy;
import io.examledger.command.order.refund.RequestRefundHandler;
import io.examledger.command.order.remind.RemindBuyerHandler;
import io.examledger.command.order.remind.ReminderPolicy;
import io.examledger.command.payment.Balance;
import io.examledger.command.payment.BalancePolicy;
import io.examledger.command.payment.EmbeddedPayments;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler;
import io.examledger.command.redeemcode.bulk.BulkChange;
import io.examledger.command.redeemcode.bulk.BulkChangeHandler;
import io.examledger.command.redeemcode.bulk.BulkChunk;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCodeHandler;
import io.examledger.command.site.Site;
import io.examledger.command.site.open.OpenSiteHandler;
import io.examledger.command.subject.Subject;
import io.examledger.command.subject.introduce.IntroduceSubjectHandler;
import io.examledger.command.voucher.Voucher;
import io.examledger.command.voucher.Vouchers;
import io.examledger.command.voucher.issue.IssueVouchersHandler;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.kernel.voucher.VoucherEvent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** The whole command side over a log in memory: bus, repositories and handlers as the platform wires them. */
public final class CommandSide {
    /** Small enough to be used up. */
    public static final PoolPolicy POOL = new PoolPolicy(1, 2);

    private final IndexedLog engine = new IndexedLog();
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final CommittedClaims claims = new CommittedClaims();
    private final SimpleCommandBus bus = SimpleCommandBus.builder()
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();

    private final PaymentProvider payments;

    public CommandSide() {
        this(RefundPolicy.CURRENT);
    }

    /** @param provider made of the embedded one: who moves money */
    public CommandSide(UnaryOperator<PaymentProvider> provider) {
        this(RefundPolicy.CURRENT, provider);
    }

    /** @param refundPolicy which refunds are held */
    public CommandSide(RefundPolicy refundPolicy) {
        this(refundPolicy, embedded -> embedded);
    }

    private CommandSide(RefundPolicy refundPolicy, UnaryOperator<PaymentProvider> provider) {
        Repository<Account> accounts = repository(Account.class);
        Repository<Subject> subjects = repository(Subject.class);
        Repository<Order> orders = repository(Order.class);
        Repository<RedeemCode> redeemCodes = repository(RedeemCode.class);
        Repository<BulkChange> bulkChanges = repository(BulkChange.class);
        Repository<Voucher> vouchers = repository(Voucher.class);
        Repository<Refund> refunds = repository(Refund.class);
        PaymentProvider embedded = new EmbeddedPayments(repository(Balance.class), BalancePolicy.CURRENT);
        payments = provider.apply(embedded);
        Candidacies candidacies = new Candidacies(repository(Candidacy.class), id -> false);
        Repository<Site> sites = repository(Site.class);
        Repository<ExamSession> sessions = repository(ExamSession.class);
        Repository<Appointment> appointments = repository(Appointment.class);
        Registrations registrations = new Registrations(candidacies, redeemCodes);
        ExamSessions seats = new ExamSessions(sessions, sites, POOL);
        PlainVault vault = new PlainVault();
        handleInAggregate(Subject.class, subjects);
        Repository<Message> messages = repository(Message.class);
        handleInAggregate(Message.class, messages);
        List.of(
                        new RegisterAccountHandler(accounts, claims),
                        new VerifyAccountHandler(accounts, claims),
                        new IntroduceSubjectHandler(subjects),
                        new PlaceOrderHandler(accounts, subjects, orders, new Vouchers(vouchers, claims)),
                        new IssueVouchersHandler(vouchers, subjects, claims),
                        new PayOrderHandler(orders, candidacies, payments),
                        new PaymentStepsHandler(orders, candidacies),
                        new RequestRefundHandler(orders, redeemCodes, refunds, candidacies, refundPolicy),
                        new DecideRefundHandler(orders, refunds),
                        new AdvanceRefundHandler(orders, redeemCodes, refunds, payments),
                        new IssueRedeemCodesHandler(orders, redeemCodes, claims),
                        new BindRedeemCodeHandler(accounts, redeemCodes, candidacies),
                        new UnbindRedeemCodeHandler(redeemCodes, candidacies, claims),
                        new RegenerateRedeemCodeHandler(redeemCodes, claims),
                        new BulkChangeHandler(bulkChanges, repository(BulkChunk.class)),
                        new ExpireOrderHandler(orders, refunds, candidacies),
                        new ExpireRedeemCodesHandler(orders, redeemCodes, candidacies),
                        new RemindBuyerHandler(orders, candidacies, ReminderPolicy.in(ZoneOffset.UTC)),
                        new RequestMessageHandler(messages),
                        new OpenSiteHandler(sites),
                        new OpenExamSessionHandler(sites, sessions),
                        new ScheduleAppointmentHandler(accounts, subjects, appointments, registrations, seats),
                        new ChangeAppointmentHandler(appointments, registrations, seats),
                        new CheckInHandler(appointments, accounts, registrations, vault),
                        new LaunchExamHandler(appointments, registrations),
                        new IncidentHandler(appointments, registrations, vault),
                        new ResultHandler(appointments, registrations))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
    }

    private <T> Repository<T> repository(Class<T> type) {
        return EventSourcingRepository.builder(type)
                .eventStore(store)
                .filterByAggregateType()
                .build();
    }

    private <T> void handleInAggregate(Class<T> type, Repository<T> repository) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    /**
     * Handles a command; what it decides is in the log when this returns.
     *
     * @return the handler's answer
     */
    public Object send(Object command) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (sent, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete(result.getPayload());
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Puts events of the past into the log, with the claims that were made with them. */
    public void given(List<Object> facts) {
        for (Object fact : facts) {
            engine.appendEvents(message(fact));
            if (fact instanceof RedeemCodeEvent.Issued issued) {
                claims.hold(Claims.REDEEM_CODE, issued.digest(), issued.redeemCodeId());
            } else if (fact instanceof RedeemCodeEvent.Regenerated fresh) {
                claims.hold(Claims.REDEEM_CODE, fresh.digest(), fresh.redeemCodeId());
            } else if (fact instanceof VoucherEvent.Issued voucher) {
                claims.hold(Claims.VOUCHER, voucher.digest(), voucher.voucherId());
            }
        }
    }

    private DomainEventMessage<?> message(Object fact) {
        return switch (fact) {
            case AccountEvent event -> message("Account", event.accountId(), event);
            case SubjectEvent event -> message("Subject", event.subject(), event);
            case OrderEvent event -> message("Order", event.orderId(), event);
            case RedeemCodeEvent event -> message("RedeemCode", event.redeemCodeId(), event);
            case BulkChangeEvent event -> message("BulkChange", event.bulkChangeId(), event);
            case VoucherEvent event -> message("Voucher", event.voucherId(), event);
            case BalanceEvent event -> message("Balance", event.balanceId(), event);
            case RefundEvent event -> message("Refund", event.refundId(), event);
            case SiteEvent event -> message("Site", event.siteId(), event);
            case ExamSessionEvent event -> message("ExamSession", event.sessionId(), event);
            case AppointmentEvent event -> message("Appointment", event.appointmentId(), event);
            case AppointmentNoticeEvent event -> message("Appointment", event.appointmentId(), event);
            case ExamResultEvent event -> message("Appointment", event.appointmentId(), event);
            case CandidacyEvent event -> message("Candidacy", event.candidacyId(), event);
            case MessageEvent event -> message("Message", event.messageId(), event);
            default -> throw new IllegalArgumentException("not an event of ours: " + fact);
        };
    }

    private DomainEventMessage<?> message(String type, String id, Object fact) {
        long sequence = engine.lastSequenceNumberFor(id).orElse(-1L) + 1;
        return new GenericDomainEventMessage<>(type, id, sequence, fact);
    }

    /** All events, oldest first. */
    public List<Object> log() {
        return messages().stream().<Object>map(EventMessage::getPayload).toList();
    }

    /** The log as a streaming processor reads it. */
    public List<? extends EventMessage<?>> messages() {
        return engine.readEvents(null, false).toList();
    }

    /** What readers of single streams are given. */
    public EventStore store() {
        return store;
    }

    public CommittedClaims claims() {
        return claims;
    }

    /** Who moves money. */
    public PaymentProvider payments() {
        return payments;
    }
}
