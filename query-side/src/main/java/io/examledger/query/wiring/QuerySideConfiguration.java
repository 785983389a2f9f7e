package io.examledger.query.wiring;

import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.query.KnownParametersInterceptor;
import io.examledger.query.access.PersonalDataReads;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.accounts.AccountProjection;
import io.examledger.query.asof.MomentArgument;
import io.examledger.query.asof.RecordedPositions;
import io.examledger.query.attempts.AttemptProjection;
import io.examledger.query.audit.AuditTrailProjection;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.bulkchanges.BulkChangeProjection;
import io.examledger.query.messages.DeliveryProjection;
import io.examledger.query.messages.MessageProjection;
import io.examledger.query.overview.OverviewProjection;
import io.examledger.query.projection.ConsistencyTokenInterceptor;
import io.examledger.query.projection.Positions;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ProjectionRuntime;
import io.examledger.query.projection.ProjectionSettings;
import io.examledger.query.projection.Projections;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import io.examledger.query.registrations.RegistrationProjection;
import io.examledger.query.sites.SiteProjection;
import io.examledger.query.subjects.SubjectProjection;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wants of the platform: a {@code DataSource} with its transaction manager, the log as message source, the serializer of
 * events named {@code eventSerializer}, the log's {@code RecordedPositions}, both vaults, a {@code Clock},
 * {@code ProjectionSettings}, {@code ExportSettings} and {@code ReconciliationSettings}; for the history {@code LoggedEvents}
 * and {@code PolicyFigures}, for reads of personal data {@code PersonalDataReads} and {@code ReadLog}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    QueryEndpoints.class,
    AttemptEndpoints.class,
    AuditEndpoints.class,
    ExportConfiguration.class,
    ReplayConfiguration.class
})
public class QuerySideConfiguration {
    private static final List<Projection> PROJECTIONS = List.of(
            new SubjectProjection(),
            new AccountProjection(),
            new RedeemCodeProjection(),
            new BillProjection(),
            new OverviewProjection(),
            new RegistrationProjection(),
            new MessageProjection(),
            new DeliveryProjection(),
            new BulkChangeProjection(),
            new AttemptProjection(),
            new SiteProjection(),
            new AuditTrailProjection());

    @Bean
    ProjectionRuntime projectionRuntime(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            @Qualifier("eventSerializer") Serializer events) {
        return new ProjectionRuntime(
                dataSource,
                transactions,
                log,
                events,
                PROJECTIONS.stream()
                        .map(Projection::name)
                        .filter(name -> !name.equals(AuditTrailProjection.NAME))
                        .toList());
    }

    @Bean
    Projections projections(ProjectionRuntime runtime, ProjectionSettings settings) {
        return new Projections(runtime, PROJECTIONS, settings);
    }

    @Bean
    Positions positions(ProjectionRuntime runtime) {
        return runtime.positions();
    }

    @Bean
    AccountNames accountNames(DataSource dataSource, PersonalDataVault vault, PersonalDataReads reads) {
        return new AccountNames(new NamedParameterJdbcTemplate(dataSource), vault, new JsonMapper(), reads);
    }

    @Bean
    WebMvcConfigurer queryConventions(DataSource dataSource, Positions positions, RecordedPositions log, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new MomentArgument(log, positions, clock));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownParametersInterceptor());
                registry.addInterceptor(new ConsistencyTokenInterceptor(positions));
                // Whoever does not ask for the trail does not wait for it, also while it folds a long log for the first
                // time.
                registry.addInterceptor(
                                new ConsistencyTokenInterceptor(Positions.of(dataSource, AuditTrailProjection.NAME)))
                        .addPathPatterns("/api/audit/**");
            }
        };
    }
}
