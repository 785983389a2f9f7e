package io.examledger.platform.query;

import io.examledger.command.appointment.DeliveryPolicy;
import io.examledger.command.candidacy.RetakePolicy;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.EventLookup;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.LogDialect;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.access.ReadLog;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.explanation.PolicyFigures;
import io.examledger.query.projection.RecordedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the history on the query side is told by the log and by the policies of the command side. */
@ForRole(NodeRole.QUERY)
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
    @Bean
    LoggedEvents loggedEvents(DataSource dataSource, LogDialect dialect, EventJsonSerializer serializer) {
        EventLookup log = new EventLookup(dataSource, dialect, serializer, NoOpEventUpcaster.INSTANCE);
        return positions -> log.at(positions).stream().map(RecordedEvent::of).toList();
    }

    @Bean
    ReadLog readLog(LedgerEventStorageEngine log, MeterRegistry meters) {
        return new LedgerReadLog(log, meters);
    }

    @Bean
    PolicyFigures policyFigures() {
        return new PolicyFigures() {
            @Override
            public Instant earliestRetake(Instant lastFailed, int failures) {
                return RetakePolicy.CURRENT.earliestStart(lastFailed, failures);
            }

            @Override
            public Changes changes(DeliveryMode mode) {
                DeliveryPolicy policy = DeliveryPolicy.of(mode);
                return new Changes(policy.freeUntil(), policy.lateFee());
            }
        };
    }
}
