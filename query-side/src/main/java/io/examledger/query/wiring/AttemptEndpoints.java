package io.examledger.query.wiring;

import io.examledger.query.accounts.AccountNames;
import io.examledger.query.attempts.AppointmentsController;
import io.examledger.query.attempts.FindAppointments;
import io.examledger.query.attempts.FindAttempts;
import io.examledger.query.sites.FindSites;
import io.examledger.query.sites.SitesController;
import io.examledger.query.statistics.FindSubjectStatistics;
import io.examledger.query.statistics.StatisticsController;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What can be asked about exams. */
@Configuration(proxyBeanMethods = false)
class AttemptEndpoints {
    private final NamedParameterJdbcTemplate jdbc;

    AttemptEndpoints(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    StatisticsController statisticsController(AccountNames names) {
        return new StatisticsController(new FindSubjectStatistics(jdbc), new FindAttempts(jdbc, names));
    }

    @Bean
    AppointmentsController appointmentsController(AccountNames names) {
        return new AppointmentsController(new FindAppointments(jdbc, names));
    }

    @Bean
    SitesController sitesController() {
        return new SitesController(new FindSites(jdbc));
    }
}
