package io.examledger.platform.axon;

import io.examledger.command.PolicyCommands;
import io.examledger.command.message.Message;
import io.examledger.command.message.request.RequestMessageHandler;
import io.examledger.command.policy.WhenAnnouncedRequestMessages;
import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.platform.settings.ExamLedgerSettings;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.projection.RepeatedRetry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Messages as aggregates, and the policy that asks for them. How they are delivered: {@code platform.messages}. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class AnnouncementConfiguration {
    /** Not cached: a step that stores nothing must not be told of the past, and a message is over soon. */
    @Bean
    Repository<Message> messages(LedgerEventStore store, CommandBus bus) {
        Repository<Message> messages = EventSourcingRepository.builder(Message.class)
                .eventStore(store)
                .filterByAggregateType()
                .build();
        AggregateAnnotationCommandHandler.<Message>builder()
                .aggregateType(Message.class)
                .repository(messages)
                .build()
                .subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(new RequestMessageHandler(messages)).subscribe(bus);
        return messages;
    }

    @Bean
    WhenAnnouncedRequestMessages whenAnnouncedRequestMessages(PolicyCommands commands, Clock clock) {
        return new WhenAnnouncedRequestMessages(commands, clock);
    }

    @Bean
    PolicyRunner requestMessages(
            WhenAnnouncedRequestMessages policy,
            LedgerEventStore log,
            EventJsonSerializer events,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ExamLedgerSettings settings) {
        return new PolicyRunner(
                "request-messages",
                policy,
                log,
                events,
                dataSource,
                transactions,
                settings.claimTimeout(),
                RepeatedRetry.PAUSE);
    }
}
