package io.examledger.platform.axon;

import io.examledger.command.Commands;
import io.examledger.command.PolicyCommands;
import io.examledger.command.policy.WhenOrderPurchasedIssueRedeemCodes;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.eventstore.LogDialect;
import io.examledger.eventstore.LogSignal;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.projection.SpringTransactions;
import io.examledger.query.projection.TransactionAwareConnections;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens by itself: the policies, and the ear for other nodes. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    private static final Duration FALLBACK_POLL = Duration.ofSeconds(1);

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
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        return new PolicyRunner(
                "issue-redeem-codes",
                policy,
                log,
                new TransactionAwareConnections(dataSource),
                new SpringTransactions(transactions));
    }

    @Bean
    OtherNodes otherNodes(DataSource dataSource, LogDialect dialect, LogSignal signal) {
        return new OtherNodes(dataSource, dialect, signal, FALLBACK_POLL);
    }
}
