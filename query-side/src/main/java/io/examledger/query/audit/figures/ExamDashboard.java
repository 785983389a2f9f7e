package io.examledger.query.audit.figures;

import io.examledger.query.Moment;
import io.examledger.query.overview.FindOverview;
import io.examledger.query.overview.OverviewView;
import io.examledger.query.overview.SeenBy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What one of the dashboards says, and whose an account's exams are there. */
interface ExamDashboard {
    long value(Narrowing narrowing, Moment moment);

    /** The column of registrations and attempts that says whether they are an account's. */
    String accountColumn(Narrowing narrowing, Moment moment);

    /** The overview: an account as it sees itself (PLT-1). */
    static ExamDashboard overview(NamedParameterJdbcTemplate jdbc, ToLongFunction<OverviewView.Exams> number) {
        return new ExamDashboard() {
            @Override
            public long value(Narrowing narrowing, Moment moment) {
                return number.applyAsLong(new FindOverview(jdbc)
                        .at(moment)
                        .of(side(narrowing, moment), narrowing.account(), narrowing.subject())
                        .exams());
            }

            @Override
            public String accountColumn(Narrowing narrowing, Moment moment) {
                return side(narrowing, moment) == SeenBy.OWNER ? "account_id" : "examinee";
            }

            private SeenBy side(Narrowing narrowing, Moment moment) {
                String account = narrowing.account();
                return account == null
                        ? SeenBy.OWNER
                        : new FindOverview(jdbc).at(moment).sideOf(account);
            }
        };
    }

    /** The statistics' registrations: of those who paid. */
    static ExamDashboard registrationStatistics(NamedParameterJdbcTemplate jdbc) {
        return new ExamDashboard() {
            @Override
            public long value(Narrowing narrowing, Moment moment) {
                return new FindOverview(jdbc)
                        .at(moment)
                        .of(SeenBy.OWNER, narrowing.account(), narrowing.subject())
                        .exams()
                        .registrations();
            }

            @Override
            public String accountColumn(Narrowing narrowing, Moment moment) {
                return "account_id";
            }
        };
    }

    /** The statistics, which count attempts whenever they are asked (PLT-4). */
    static ExamDashboard statistics(NamedParameterJdbcTemplate jdbc, ExamFigure.Counted attempts) {
        return new ExamDashboard() {
            @Override
            public long value(Narrowing narrowing, Moment moment) {
                String rows = narrowing.account() == null
                        ? moment.allRowsOf(attempts.table())
                        : moment.rowsOf(attempts.table());
                AtomicLong count = new AtomicLong();
                jdbc.query(
                        """
                        select sum(case when %s then 1 else 0 end) as units
                        from %s counted
                        %s""".formatted(
                                attempts.condition(), rows, narrowing.criteria().clause()),
                        narrowing.criteria().values(),
                        row -> {
                            count.set(row.getLong("units"));
                        });
                return count.get();
            }

            @Override
            public String accountColumn(Narrowing narrowing, Moment moment) {
                return "account_id";
            }
        };
    }
}
