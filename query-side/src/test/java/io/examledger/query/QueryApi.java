package io.examledger.query;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.query.access.PersonalDataReads;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.asof.MomentArgument;
import io.examledger.query.attempts.AppointmentsController;
import io.examledger.query.attempts.FindAppointments;
import io.examledger.query.attempts.FindAttempts;
import io.examledger.query.audit.AuditController;
import io.examledger.query.audit.AuditEntries;
import io.examledger.query.audit.AuditTrailProjection;
import io.examledger.query.audit.FindAuditEvents;
import io.examledger.query.audit.FindTimelines;
import io.examledger.query.audit.explanation.ExplanationsController;
import io.examledger.query.audit.explanation.Histories;
import io.examledger.query.audit.figures.FigureMoments;
import io.examledger.query.audit.figures.FiguresController;
import io.examledger.query.audit.figures.FindFigures;
import io.examledger.query.bills.FindBills;
import io.examledger.query.bills.OrdersController;
import io.examledger.query.bulkchanges.BulkChangesController;
import io.examledger.query.bulkchanges.FindBulkChanges;
import io.examledger.query.messages.FindMessages;
import io.examledger.query.messages.MessagesController;
import io.examledger.query.overview.FindOverview;
import io.examledger.query.overview.OverviewController;
import io.examledger.query.projection.ConsistencyTokenInterceptor;
import io.examledger.query.projection.Positions;
import io.examledger.query.redeemcodes.FindRedeemCodes;
import io.examledger.query.redeemcodes.RedeemCodesController;
import io.examledger.query.registrations.FindRegistrations;
import io.examledger.query.registrations.RegistrationsController;
import io.examledger.query.sites.FindSites;
import io.examledger.query.sites.SitesController;
import io.examledger.query.statistics.FindSubjectStatistics;
import io.examledger.query.statistics.StatisticsController;
import io.examledger.query.subjects.FindSubjects;
import io.examledger.query.subjects.SubjectsController;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** The controllers over read models, called as {@code role} or {@code role:account} in the header {@code As}. */
public final class QueryApi {
    /** By the clock of the controllers. */
    static final Instant NOW = Instant.parse("2027-06-01T00:00:00Z");

    /** The day after exams: results are not released yet. */
    private static final Clock NEXT_DAY = Clock.fixed(Sat.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);

    private QueryApi() {}

    public static MockMvc over(ReadModels models, FakeVaults vault, Object... more) {
        return over(models, vault, accounts -> {}, NEXT_DAY, more);
    }

    public static MockMvc over(
            ReadModels models, FakeVaults vault, PersonalDataReads reads, Clock clock, Object... more) {
        NamedParameterJdbcTemplate jdbc = models.jdbc();
        AccountNames names = new AccountNames(jdbc, vault, new JsonMapper(), reads);
        AuditEntries entries = new AuditEntries(models.log()::at, clock);
        FindRedeemCodes codes = new FindRedeemCodes(jdbc, vault, names);
        Object[] controllers = {
            new SubjectsController(new FindSubjects(jdbc)),
            new OverviewController(new FindOverview(jdbc)),
            new OrdersController(new FindBills(jdbc), codes),
            new RedeemCodesController(codes, vault),
            new RegistrationsController(new FindRegistrations(jdbc, names)),
            new MessagesController(new FindMessages(jdbc, new JsonMapper())),
            new BulkChangesController(new FindBulkChanges(jdbc)),
            new StatisticsController(new FindSubjectStatistics(jdbc), new FindAttempts(jdbc, names)),
            new AppointmentsController(new FindAppointments(jdbc, names)),
            new SitesController(new FindSites(jdbc)),
            new AuditController(new FindAuditEvents(jdbc, entries), new FindTimelines(jdbc, entries)),
            figures(models),
            new ExplanationsController(new Histories(jdbc, models.log()::at), new RuleFigures(), clock)
        };
        Object[] all = Arrays.copyOf(controllers, controllers.length + more.length);
        System.arraycopy(more, 0, all, controllers.length, more.length);
        return MockMvcBuilders.standaloneSetup(all)
                .setCustomArgumentResolvers(
                        new AsHeader(),
                        new MomentArgument(
                                models.log()::lastPositionAt,
                                models.runtime().positions(),
                                Clock.fixed(NOW, ZoneOffset.UTC)))
                .setControllerAdvice(new Problems())
                .addInterceptors(
                        new KnownParametersInterceptor(),
                        new ConsistencyTokenInterceptor(models.runtime().positions()))
                .build();
    }

    private static FiguresController figures(ReadModels models) {
        FigureMoments moments = new FigureMoments(
                models.log()::at,
                models.log()::lastPositionAt,
                models.runtime().positions(),
                Positions.of(models.dataSource(), AuditTrailProjection.NAME),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return new FiguresController(new FindFigures(models.jdbc(), models.log()::at), moments);
    }

    private static final class AsHeader implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class || parameter.getParameterType() == IdempotencyKey.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            if (parameter.getParameterType() == IdempotencyKey.class) {
                String key = request.getHeader("Idempotency-Key");
                return key == null ? null : new IdempotencyKey(key);
            }
            String[] as = Objects.requireNonNull(request.getHeader("As")).split(":", 2);
            return new Caller(
                    "subject-" + as[as.length - 1],
                    as.length == 1 ? Optional.empty() : Optional.of(new AccountId(as[1])),
                    Set.of(Role.ofWireName(as[0])));
        }
    }

    /** As the platform maps them, only shorter. */
    @RestControllerAdvice
    static class Problems {
        @ExceptionHandler
        ResponseEntity<Map<String, String>> bad(BadQuery e) {
            return ResponseEntity.badRequest().body(Map.of("field", e.field(), "message", e.message()));
        }

        @ExceptionHandler
        ResponseEntity<Map<String, String>> unknown(NotFound e) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("what", e.what()));
        }

        @ExceptionHandler
        ResponseEntity<Void> forbidden(Forbidden e) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }

        @ExceptionHandler
        ResponseEntity<Void> reused(IdempotencyKeyReused e) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }

        @ExceptionHandler
        ResponseEntity<Void> behind(ReadModelBehind e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", Long.toString(e.retryAfter().toSeconds()))
                    .build();
        }
    }
}
