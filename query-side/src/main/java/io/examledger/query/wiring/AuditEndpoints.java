package io.examledger.query.wiring;

import io.examledger.query.audit.AuditController;
import io.examledger.query.audit.AuditEntries;
import io.examledger.query.audit.FindAuditEvents;
import io.examledger.query.audit.FindTimelines;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.explanation.ExplanationsController;
import io.examledger.query.audit.explanation.Histories;
import io.examledger.query.audit.explanation.PolicyFigures;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What staff can ask the history. */
@Configuration(proxyBeanMethods = false)
class AuditEndpoints {
    private final NamedParameterJdbcTemplate jdbc;

    AuditEndpoints(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    AuditController auditController(LoggedEvents log, Clock clock) {
        AuditEntries entries = new AuditEntries(log, clock);
        return new AuditController(new FindAuditEvents(jdbc, entries), new FindTimelines(jdbc, entries));
    }

    @Bean
    ExplanationsController explanationsController(LoggedEvents log, PolicyFigures figures, Clock clock) {
        return new ExplanationsController(new Histories(jdbc, log), figures, clock);
    }
}
