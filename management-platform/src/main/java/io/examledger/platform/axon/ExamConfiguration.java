package io.examledger.platform.axon;

import io.examledger.command.examsession.ExamSession;
import io.examledger.command.examsession.open.OpenExamSessionHandler;
import io.examledger.command.site.Site;
import io.examledger.command.site.open.OpenSiteHandler;
import io.examledger.eventstore.BoundedCache;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the command side around exams: repositories, and the handlers that the command bus takes. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class ExamConfiguration {
    /** Sessions hold an entry for each seat that is taken. */
    private static final long HOT_SESSIONS = 10_000;

    /** @param all objects with command handlers */
    record ExamHandlers(List<Object> all) {
        ExamHandlers {
            all = List.copyOf(all);
        }
    }

    @Bean
    BoundedCache examSessionCache() {
        return new BoundedCache(HOT_SESSIONS);
    }

    /** Not cached: a site is asked when a session is opened, which is rare. */
    @Bean
    Repository<Site> sites(LedgerEventStore store) {
        return EventSourcingRepository.builder(Site.class)
                .eventStore(store)
                .filterByAggregateType()
                .build();
    }

    @Bean
    Repository<ExamSession> examSessions(LedgerEventStore store, @Qualifier("examSessionCache") BoundedCache cache) {
        return CommandConfiguration.repository(ExamSession.class, store, cache);
    }

    @Bean
    ExamHandlers examHandlers(Repository<Site> sites, Repository<ExamSession> sessions) {
        return new ExamHandlers(List.of(new OpenSiteHandler(sites), new OpenExamSessionHandler(sites, sessions)));
    }
}
