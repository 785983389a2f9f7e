package io.examledger.platform.axon;

import io.examledger.command.Claims;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.order.Order;
import io.examledger.command.order.pay.PayOrderHandler;
import io.examledger.command.order.pay.PaymentStepsHandler;
import io.examledger.command.order.refund.AdvanceRefundHandler;
import io.examledger.command.order.refund.DecideRefundHandler;
import io.examledger.command.order.refund.Refund;
import io.examledger.command.order.refund.RefundPolicy;
import io.examledger.command.order.refund.RequestRefundHandler;
import io.examledger.command.payment.Balance;
import io.examledger.command.payment.BalancePolicy;
import io.examledger.command.payment.EmbeddedPayments;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.subject.Subject;
import io.examledger.command.voucher.Voucher;
import io.examledger.command.voucher.issue.IssueVouchersHandler;
import io.examledger.eventstore.BoundedCache;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the command side around money: vouchers, payments and refunds. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {
    private static final long HOT_BALANCES = 100_000;

    /** Not cached: it is loaded once, by the order that uses it. */
    @Bean
    Repository<Voucher> vouchers(LedgerEventStore store) {
        return CommandConfiguration.uncached(Voucher.class, store);
    }

    /** Not cached: a step that stores nothing must not be told of the past. */
    @Bean
    Repository<Refund> refunds(LedgerEventStore store) {
        return CommandConfiguration.uncached(Refund.class, store);
    }

    @Bean
    BoundedCache balanceCache() {
        return new BoundedCache(HOT_BALANCES);
    }

    @Bean
    EmbeddedPayments embeddedPayments(LedgerEventStore store, @Qualifier("balanceCache") BoundedCache cache) {
        return new EmbeddedPayments(
                CommandConfiguration.repository(Balance.class, store, cache), BalancePolicy.CURRENT);
    }

    @Bean
    CommandHandlers moneyHandlers(
            LedgerEventStore store,
            Claims claims,
            Candidacies candidacies,
            Repository<Subject> subjects,
            Repository<Order> orders,
            Repository<RedeemCode> redeemCodes,
            Repository<Voucher> vouchers,
            Repository<Refund> refunds,
            PaymentProvider payments) {
        return new CommandHandlers(List.of(
                new IssueVouchersHandler(vouchers, subjects, claims),
                new PayOrderHandler(orders, candidacies, payments),
                new PaymentStepsHandler(orders, candidacies),
                new RequestRefundHandler(orders, redeemCodes, refunds, candidacies, RefundPolicy.CURRENT),
                new DecideRefundHandler(orders, refunds),
                new AdvanceRefundHandler(orders, CommandConfiguration.codesAsStored(store), refunds, payments)));
    }
}
