package io.examledger.platform.axon;

import io.examledger.command.Commands;
import io.examledger.command.PolicyCommands;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.policy.Policy;
import io.examledger.command.policy.WhenBulkChangeRequestedChangeRedeemCodes;
import io.examledger.command.policy.WhenOrderPurchasedIssueRedeemCodes;
import io.examledger.command.policy.WhenRefundRequestedReturnMoney;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.platform.settings.ExamLedgerSettings;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.projection.RepeatedRetry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens by itself. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    @Bean
    OwnThreadPolicyCommands policyCommands(Commands commands) {
        return new OwnThreadPolicyCommands(commands);
    }

    @Bean
    WhenOrderPurchasedIssueRedeemCodes whenOrderPurchasedIssueRedeemCodes(
            PolicyCommands commands, CodeStringVault vault, Clock clock) {
        return new WhenOrderPurchasedIssueRedeemCodes(commands, vault, clock);
    }

    @Bean
    PolicyRunner issueRedeemCodes(
            WhenOrderPurchasedIssueRedeemCodes policy,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        return runner("issue-redeem-codes", policy, log, events, dataSource, transactions, settings);
    }

    /** The read models are asked in the database: whether this node runs the projections does not matter. */
    @Bean
    WhenBulkChangeRequestedChangeRedeemCodes whenBulkChangeRequestedChangeRedeemCodes(
            PolicyCommands commands, CodeStringVault vault, Clock clock, DataSource dataSource) {
        return new WhenBulkChangeRequestedChangeRedeemCodes(
                commands, SelectedCodesInReadModel.over(dataSource), vault, clock);
    }

    @Bean
    PolicyRunner changeRedeemCodes(
            WhenBulkChangeRequestedChangeRedeemCodes policy,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        return runner("change-redeem-codes", policy, log, events, dataSource, transactions, settings);
    }

    @Bean
    WhenRefundRequestedReturnMoney whenRefundRequestedReturnMoney(
            PolicyCommands commands, PaymentProvider payments, Clock clock) {
        return new WhenRefundRequestedReturnMoney(commands, payments, clock);
    }

    @Bean
    PolicyRunner returnMoney(
            WhenRefundRequestedReturnMoney policy,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        return runner("return-money", policy, log, events, dataSource, transactions, settings);
    }

    static PolicyRunner runner(
            String name,
            Policy policy,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        return new PolicyRunner(
                name, policy, log, events, dataSource, transactions, settings.claimTimeout(), RepeatedRetry.PAUSE);
    }
}
