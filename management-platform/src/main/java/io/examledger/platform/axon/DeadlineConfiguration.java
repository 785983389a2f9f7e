package io.examledger.platform.axon;

import io.examledger.command.Commands;
import io.examledger.command.PolicyCommands;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.command.order.expire.OrderExpiry;
import io.examledger.command.order.remind.OrderReminders;
import io.examledger.command.order.remind.ReminderPolicy;
import io.examledger.command.policy.WhenOrderExpiredExpireRedeemCodes;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.platform.deadline.DeadlineAlarm;
import io.examledger.platform.deadline.DeadlineSweep;
import io.examledger.platform.deadline.NotedDeadlines;
import io.examledger.platform.settings.ExamLedgerSettings;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens when its time has come. Every bean that is a {@code DeadlineRule} takes part. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {
    @Bean
    ReminderPolicy reminderPolicy(ExamLedgerSettings settings) {
        return ReminderPolicy.in(settings.calendarZone());
    }

    @Bean
    OrderExpiry orderExpiry() {
        return new OrderExpiry();
    }

    @Bean
    OrderReminders orderReminders(ReminderPolicy policy, LedgerEventStorageEngine log, DataSource dataSource) {
        return new OrderReminders(policy, new UnusedCodesInReadModel(log, dataSource));
    }

    @Bean
    DeadlineSweep deadlineSweep(List<DeadlineRule> rules, DataSource dataSource, Commands commands, Clock clock) {
        return new DeadlineSweep(rules, dataSource, commands, clock);
    }

    @Bean
    DeadlineAlarm deadlineAlarm(DeadlineSweep sweep, Clock clock) {
        return new DeadlineAlarm("deadlines", sweep, clock);
    }

    @Bean
    PolicyRunner noteDeadlines(
            List<DeadlineRule> rules,
            @Qualifier("deadlineAlarm") DeadlineAlarm alarm,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        NotedDeadlines deadlines = new NotedDeadlines(rules, dataSource, alarm::wake);
        return PolicyConfiguration.runner("note-deadlines", deadlines, log, events, dataSource, transactions, settings);
    }

    @Bean
    WhenOrderExpiredExpireRedeemCodes whenOrderExpiredExpireRedeemCodes(PolicyCommands commands, Clock clock) {
        return new WhenOrderExpiredExpireRedeemCodes(commands, clock);
    }

    @Bean
    PolicyRunner expireRedeemCodes(
            WhenOrderExpiredExpireRedeemCodes policy,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        return PolicyConfiguration.runner(
                "expire-redeem-codes", policy, log, events, dataSource, transactions, settings);
    }

    @Bean
    DueWork dueWork(DeadlineSweep sweep, List<PolicyRunner> policies, LedgerEventStorageEngine log) {
        return new DueWork(sweep, policies, log);
    }
}
