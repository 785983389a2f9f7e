package io.examledger.platform.axon;

import io.examledger.command.account.Account;
import io.examledger.command.appointment.Appointment;
import io.examledger.command.appointment.Registrations;
import io.examledger.command.appointment.change.ChangeAppointmentHandler;
import io.examledger.command.appointment.checkin.CheckInHandler;
import io.examledger.command.appointment.incident.IncidentHandler;
import io.examledger.command.appointment.incident.NoShows;
import io.examledger.command.appointment.launch.LaunchExamHandler;
import io.examledger.command.appointment.result.ResultHandler;
import io.examledger.command.appointment.result.ResultReleases;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.examsession.ExamSession;
import io.examledger.command.examsession.ExamSessions;
import io.examledger.command.examsession.PoolPolicy;
import io.examledger.command.examsession.open.OpenExamSessionHandler;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.site.Site;
import io.examledger.command.site.open.OpenSiteHandler;
import io.examledger.command.subject.Subject;
import io.examledger.eventstore.BoundedCache;
import io.examledger.eventstore.LedgerEventStore;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the command side around exams: repositories, deadlines, and the handlers that the command bus takes. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class ExamConfiguration {
    /** Sessions hold an entry for each seat that is taken. */
    private static final long HOT_SESSIONS = 10_000;

    @Bean
    BoundedCache examSessionCache() {
        return new BoundedCache(HOT_SESSIONS);
    }

    /** Not cached: a site is asked when a session is opened, which is rare. */
    @Bean
    Repository<Site> sites(LedgerEventStore store) {
        return CommandConfiguration.uncached(Site.class, store);
    }

    @Bean
    Repository<ExamSession> examSessions(LedgerEventStore store, @Qualifier("examSessionCache") BoundedCache cache) {
        return CommandConfiguration.repository(ExamSession.class, store, cache);
    }

    /** Not cached: a no-show or a release that is not due stores nothing, so nothing would conflict if it was told of the past. */
    @Bean
    Repository<Appointment> appointments(LedgerEventStore store) {
        return CommandConfiguration.uncached(Appointment.class, store);
    }

    @Bean
    Registrations registrations(Candidacies candidacies, Repository<RedeemCode> redeemCodes) {
        return new Registrations(candidacies, redeemCodes);
    }

    @Bean
    NoShows noShows() {
        return new NoShows();
    }

    @Bean
    ResultReleases resultReleases() {
        return new ResultReleases();
    }

    @Bean
    CommandHandlers examHandlers(
            Repository<Site> sites,
            Repository<ExamSession> sessions,
            Repository<Account> accounts,
            Repository<Subject> subjects,
            Repository<Appointment> appointments,
            Registrations registrations,
            PersonalDataVault vault) {
        ExamSessions seats = new ExamSessions(sessions, sites, PoolPolicy.CURRENT);
        return new CommandHandlers(List.of(
                new OpenSiteHandler(sites),
                new OpenExamSessionHandler(sites, sessions),
                new ScheduleAppointmentHandler(accounts, subjects, appointments, registrations, seats),
                new ChangeAppointmentHandler(appointments, registrations, seats),
                new CheckInHandler(appointments, accounts, registrations, vault),
                new LaunchExamHandler(appointments, registrations),
                new IncidentHandler(appointments, registrations, vault),
                new ResultHandler(appointments, registrations)));
    }
}
