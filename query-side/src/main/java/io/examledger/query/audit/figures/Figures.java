package io.examledger.query.audit.figures;

import static io.examledger.kernel.redeemcode.RedeemCodeStatus.BOUND;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.COMPLETED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.EXPIRED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.REFUNDED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.SCHEDULED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.UNUSED;

import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.attempts.AttemptProjection;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.Mention.Kind;
import io.examledger.query.audit.figures.ExamFigure.Counted;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.bills.BillView;
import io.examledger.query.overview.OverviewView;
import io.examledger.query.registrations.RegistrationProjection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every figure of the dashboards; rates are quotients of two of them. */
final class Figures {
    private static final Set<String> SITTING = Set.of("candidacy.exam-begun", "appointment.terminated");
    private static final Set<String> RESULT =
            Set.of("exam-result.recorded", "exam-result.corrected", "exam-result.released");
    private static final Counted REGISTERED = new Counted(
            RegistrationProjection.REGISTRATIONS,
            "registration_id",
            "withdrawn_at is null",
            Kind.REGISTRATION,
            Set.of());
    private static final Counted ATTENDED = attempts("status in ('ATTENDED', 'TERMINATED')", SITTING);
    private static final Counted PASSED = attempts("outcome = 'PASS'", RESULT);

    private final NamedParameterJdbcTemplate jdbc;
    private final Trail trail;
    private final List<Figure> all = new ArrayList<>();

    private Figures(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.trail = new Trail(jdbc);
    }

    static List<Figure> all(NamedParameterJdbcTemplate jdbc, LoggedEvents log) {
        Figures figures = new Figures(jdbc);
        figures.codes();
        figures.overviewExams();
        figures.statistics();
        figures.bills(log);
        return List.copyOf(figures.all);
    }

    private static Counted attempts(String condition, Set<String> deciding) {
        return new Counted(AttemptProjection.ATTEMPTS, "appointment_id", condition, Kind.APPOINTMENT, deciding);
    }

    private void codes() {
        all.add(new CodeFigure(
                jdbc,
                ofCodes("purchased", "issued for paid orders, whatever became of them"),
                EnumSet.allOf(RedeemCodeStatus.class),
                OverviewView.Codes::purchased,
                BillView.Codes::issued,
                CodeHistories.issueAlone()));
        String free = "that nobody has: issued and never bound, or taken back";
        add("unused", free, Set.of(UNUSED), OverviewView.Codes::unused, BillView.Codes::unused);
        String held = "that somebody has registered with and has no appointment on";
        add("bound", held, Set.of(BOUND), OverviewView.Codes::bound, BillView.Codes::bound);
        String coming = "with an appointment, until the exam is over and its result released";
        add("scheduled", coming, Set.of(SCHEDULED), OverviewView.Codes::scheduled, BillView.Codes::scheduled);
        String over = "whose exam is over: result released, forfeited, or no-show";
        add("completed", over, Set.of(COMPLETED), OverviewView.Codes::completed, BillView.Codes::completed);
        String used = "that are bound, scheduled or completed";
        Set<RedeemCodeStatus> ofUse = Set.of(BOUND, SCHEDULED, COMPLETED);
        add("used", used, ofUse, OverviewView.Codes::used, BillView.Codes::used);
        String back = "refunded while nobody had them";
        add("refunded", back, Set.of(REFUNDED), OverviewView.Codes::refunded, BillView.Codes::refunded);
        String ended = "that ended with their order before they were used up";
        add("expired", ended, Set.of(EXPIRED), OverviewView.Codes::expired, BillView.Codes::expired);
    }

    private void add(
            String field,
            String counts,
            Set<RedeemCodeStatus> statuses,
            ToLongFunction<OverviewView.Codes> onOverview,
            ToLongFunction<BillView.Codes> onBill) {
        CodeHistories histories = CodeHistories.toTheStatus(trail);
        all.add(new CodeFigure(jdbc, ofCodes(field, counts), statuses, onOverview, onBill, histories));
    }

    private static FigureDescription ofCodes(String field, String counts) {
        return new FigureDescription(
                "redeemCodes." + field, "codes " + counts, "redeem-code", List.of("account", "subject", "order"));
    }

    private void overviewExams() {
        overview(
                "registrations",
                "registrations, open and finished ones, that were not withdrawn",
                REGISTERED,
                OverviewView.Exams::registrations);
        overview("attended", "appointments at which somebody really sat", ATTENDED, OverviewView.Exams::attended);
        overview("passed", "appointments whose released result is a pass", PASSED, OverviewView.Exams::passed);
    }

    private void overview(String field, String counts, Counted counted, ToLongFunction<OverviewView.Exams> number) {
        add(ofExams("exams." + field, counts, counted), counted, ExamDashboard.overview(jdbc, number));
    }

    private void statistics() {
        String registered = "registrations, open and finished ones, that were not withdrawn";
        add(
                ofExams("statistics.registrations", registered, REGISTERED),
                REGISTERED,
                ExamDashboard.registrationStatistics(jdbc));
        statistic(
                "scheduled",
                "that are still to come, or of whose day nothing has been noted",
                attempts("status = 'SCHEDULED'", Set.of()));
        statistic("missed", "to which nobody showed up", attempts("status = 'MISSED'", Set.of("appointment.missed")));
        statistic(
                "rejected",
                "at which a name on a document was not the legal name",
                attempts("status = 'IDENTITY_REJECTED'", Set.of("appointment.identity-rejected")));
        statistic("attended", "at which somebody really sat", ATTENDED);
        statistic("passed", "whose released result is a pass", PASSED);
        statistic("failed", "whose released result is a failure", attempts("outcome = 'FAIL'", RESULT));
        statistic("invalid", "whose released result is invalid", attempts("outcome = 'INVALID'", RESULT));
        statistic(
                "awaiting",
                "at which somebody sat and whose result is not released",
                attempts("status in ('ATTENDED', 'TERMINATED') and outcome is null", SITTING));
    }

    private void statistic(String field, String counts, Counted counted) {
        add(
                ofExams("statistics." + field, "appointments " + counts, counted),
                counted,
                ExamDashboard.statistics(jdbc, counted));
    }

    private void add(FigureDescription description, Counted counted, ExamDashboard dashboard) {
        all.add(new ExamFigure(jdbc, trail, description, counted, dashboard));
    }

    private static FigureDescription ofExams(String name, String counts, Counted counted) {
        String unit = counted.kind() == Kind.REGISTRATION ? "registration" : "appointment";
        return new FigureDescription(name, counts, unit, List.of("account", "subject"));
    }

    private void bills(LoggedEvents log) {
        all.add(new BillFigure(
                jdbc,
                ofOrders("total", "what orders come to, paid or not", "order"),
                "total",
                "true",
                (bills, moment) -> bills.stream()
                        .map(bill -> new Unit("order", bill.id(), bill.amount(), List.of(bill.position())))
                        .toList()));
        all.add(new PaidFigure(jdbc, trail, log, ofOrders("paid", "the parts of payments", "payment-part")));
        all.add(new BillFigure(
                jdbc,
                ofOrders("refunded", "what went back of payments, once all of a refund has", "refund"),
                "coalesce(refund_amount, 0)",
                "refund_status = 'SETTLED'",
                new RefundUnits(trail, log)));
    }

    private static FigureDescription ofOrders(String field, String counts, String unit) {
        return new FigureDescription(
                "order." + field, counts, unit, List.of("account", "subject", "order", "currency"));
    }
}
