package io.examledger.query.wiring;

import io.examledger.query.asof.RecordedPositions;
import io.examledger.query.audit.AuditController;
import io.examledger.query.audit.AuditEntries;
import io.examledger.query.audit.AuditTrailProjection;
import io.examledger.query.audit.FindAuditEvents;
import io.examledger.query.audit.FindTimelines;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.explanation.ExplanationsController;
import io.examledger.query.audit.explanation.Histories;
import io.examledger.query.audit.explanation.PolicyFigures;
import io.examledger.query.audit.figures.FigureMoments;
import io.examledger.query.audit.figures.FiguresController;
import io.examledger.query.audit.figures.FindFigures;
import io.examledger.query.projection.Positions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What staff can ask the history. */
@Configuration(proxyBeanMethods = false)
class AuditEndpoints {
    private final NamedParameterJdbcTemplate jdbc;
    private final Positions trail;

    AuditEndpoints(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.trail = Positions.of(dataSource, AuditTrailProjection.NAME);
    }

    @Bean
    AuditController auditController(LoggedEvents log, Clock clock) {
        AuditEntries entries = new AuditEntries(log, clock);
        return new AuditController(new FindAuditEvents(jdbc, entries), new FindTimelines(jdbc, entries));
    }

    @Bean
    FiguresController figuresController(
            LoggedEvents log, RecordedPositions positions, Positions readModels, Clock clock) {
        return new FiguresController(
                new FindFigures(jdbc, log), new FigureMoments(log, positions, readModels, trail, clock));
    }

    @Bean
    ExplanationsController explanationsController(LoggedEvents log, PolicyFigures figures, Clock clock) {
        return new ExplanationsController(new Histories(jdbc, log), figures, clock);
    }
}
