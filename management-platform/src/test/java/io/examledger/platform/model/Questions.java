package io.examledger.platform.model;

import io.examledger.query.Moment;
import io.examledger.query.NotFound;
import io.examledger.query.PageRequest;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.attempts.AttemptFilter;
import io.examledger.query.attempts.FindAppointments;
import io.examledger.query.attempts.FindAttempts;
import io.examledger.query.bills.BillFilter;
import io.examledger.query.bills.FindBills;
import io.examledger.query.overview.FindOverview;
import io.examledger.query.redeemcodes.FindRedeemCodes;
import io.examledger.query.redeemcodes.RedeemCodeFilter;
import io.examledger.query.registrations.FindRegistrations;
import io.examledger.query.statistics.FindSubjectStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Everything that can be asked as of a moment, of one set of read models. */
final class Questions {
    private static final PageRequest PAGE = PageRequest.of("500", null);
    private final FindOverview overview;
    private final FindSubjectStatistics statistics;
    private final FindAttempts attempts;
    private final FindAppointments appointments;
    private final FindRegistrations registrations;
    private final FindBills bills;
    private final FindRedeemCodes codes;

    Questions(DataSource readModels, Moment moment) {
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(readModels);
        AccountNames names = new AccountNames(jdbc, OpenVaults.personal(), new JsonMapper(), opened -> {});
        overview = new FindOverview(jdbc).at(moment);
        statistics = new FindSubjectStatistics(jdbc).at(moment);
        attempts = new FindAttempts(jdbc, names).at(moment);
        appointments = new FindAppointments(jdbc, names).at(moment);
        registrations = new FindRegistrations(jdbc, names).at(moment);
        bills = new FindBills(jdbc).at(moment);
        codes = new FindRedeemCodes(jdbc, new OpenVaults("", new Draw(0)), names).at(moment);
    }

    /** What staff see of everybody. */
    Map<String, Object> dashboards() {
        return Map.of(
                "overview", overview.ofOwner(null),
                "subjects", statistics.page(null, PAGE),
                "orders", bills.page(new BillFilter(null, null, null, null, null), PAGE));
    }

    /** What an account sees, or staff who narrow to it. */
    Map<String, Object> dashboardsOf(String account) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("overview", overview.ofAccount(account));
        seen.put("as owner", overview.ofOwner(account));
        seen.put("as examinee", overview.ofExaminee(account));
        seen.put("subjects", statistics.page(account, PAGE));
        seen.put("examinees", attempts.page(attemptsOf(account), PAGE));
        seen.put("appointments", appointments.page(account, PAGE));
        seen.put("registrations", registrations.page(account, PAGE));
        seen.put("orders", bills.page(new BillFilter(null, null, null, null, account), PAGE));
        seen.put("codes", codes.page(new RedeemCodeFilter(null, null, null, null, null, account), PAGE, account));
        return seen;
    }

    private static AttemptFilter attemptsOf(String account) {
        return new AttemptFilter(null, null, null, null, null, null, null, null, null, null, account);
    }

    Object order(String id) {
        return found(() -> bills.one(id, null));
    }

    Object code(String id) {
        return found(() -> codes.one(id, null));
    }

    private static Object found(Supplier<? extends @Nullable Object> one) {
        try {
            return String.valueOf(one.get());
        } catch (NotFound none) {
            return none.what();
        }
    }
}
