package io.examledger.query;

import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.unbound;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given codes with appointments, then their status and the numbers of each. */
@ParameterizedClass
@EnumSource
class ScheduledRowsTest {
    private static final RedeemCodeEvent.Issued ONE = issued("o1", 1, "acme", "AAA");
    private static final RedeemCodeEvent.Issued TWO = issued("o1", 2, "acme", "AAA");
    private static final RedeemCodeEvent.Issued THREE = issued("o1", 3, "acme", "AAA");
    private static final List<Object> ALL_BOUND = List.of(
            placed("o1", "acme", "AAA", 3),
            purchased("o1", "acme", "AAA", 3),
            ONE,
            TWO,
            THREE,
            bound(ONE, "ada"),
            opened(ONE, "ada"),
            bound(TWO, "bob"),
            opened(TWO, "bob"),
            bound(THREE, "cleo"),
            opened(THREE, "cleo"));

    private final Database database;
    private ReadModels models;

    ScheduledRowsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database).given(ALL_BOUND);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName(
            "COD-5, COD-6, COD-7, COD-11a scheduled, freed, completed and expired codes are counted where they are")
    void codes_are_counted_where_they_are() {
        models.given(scheduled(ONE, "ada"), scheduled(TWO, "bob"), scheduled(THREE, "cleo"));
        assertThat(numbers()).containsExactly("{issued=3, unused=0, bound=0, scheduled=3, completed=0, expired=0}");

        models.given(
                completed(ONE, "ada"),
                unscheduled(TWO, "bob", RedeemCodeStatus.BOUND),
                unscheduled(THREE, "cleo", RedeemCodeStatus.EXPIRED));
        assertThat(numbers()).containsExactly("{issued=3, unused=0, bound=1, scheduled=0, completed=1, expired=1}");
        assertThat(statuses()).containsExactly("COMPLETED", "BOUND", "EXPIRED");
    }

    @Test
    @DisplayName("COD-5 a scheduled code keeps its holder; of several changes in one batch the last counts")
    void the_last_change_of_a_batch_counts() {
        models.given(
                scheduled(ONE, "ada"),
                unscheduled(ONE, "ada", RedeemCodeStatus.BOUND),
                unbound(ONE, "ada"),
                unbound(TWO, "bob"),
                bound(TWO, "bob"),
                scheduled(TWO, "bob"));

        assertThat(statuses()).containsExactly("UNUSED", "SCHEDULED", "BOUND");
        assertThat(models.rows("select holder from read_model.redeem_code order by redeem_code_id"))
                .hasToString("[{holder=null}, {holder=bob}, {holder=cleo}]");
    }

    @Test
    @DisplayName("PLT-1 an appointment changes nothing in the number of registrations")
    void registrations_are_counted_once() {
        models.given(
                new SittingEvent.AppointmentMade("ada:AAA", "ada", "AAA", "r-ada", "acme", "a", T0, T0, 1, T0),
                new SittingEvent.ExamBegun("ada:AAA", "ada", "AAA", "r-ada", "acme", "a", T0, T0),
                new CandidacyEvent.RegistrationUsed("ada:AAA", "ada", "AAA", "r-ada", "acme", "a", T0));

        assertThat(models.number("select registrations from read_model.overview where seen_by = 'OWNER'"))
                .isEqualTo(3);
        assertThat(models.projections().states()).allMatch(state -> state.parkedSequences() == 0);
    }

    /** Of the bill, which the overview agrees with. */
    private List<String> numbers() {
        String bill = models.rows("select issued, unused, bound, scheduled, completed, expired from read_model.bill")
                .toString();
        String overview = models.rows("""
                        select purchased as issued, unused, bound, scheduled, completed, expired
                        from read_model.overview
                        where seen_by = 'OWNER'
                        """).toString();
        assertThat(overview).isEqualTo(bill);
        return List.of(bill.substring(1, bill.length() - 1));
    }

    private List<String> statuses() {
        return models.rows("select status from read_model.redeem_code order by redeem_code_id").stream()
                .map(row -> String.valueOf(row.get("status")))
                .toList();
    }

    private static RedeemCodeEvent scheduled(RedeemCodeEvent.Issued code, String holder) {
        return new RedeemCodeEvent.Scheduled(
                code.redeemCodeId(), code.orderId(), code.owner(), code.subject(), holder, "r-" + holder, "a", T0);
    }

    private static RedeemCodeEvent unscheduled(RedeemCodeEvent.Issued code, String holder, RedeemCodeStatus status) {
        return new RedeemCodeEvent.Unscheduled(
                code.redeemCodeId(),
                code.orderId(),
                code.owner(),
                code.subject(),
                holder,
                "r-" + holder,
                "a",
                status,
                T0);
    }

    private static RedeemCodeEvent completed(RedeemCodeEvent.Issued code, String holder) {
        return new RedeemCodeEvent.Completed(
                code.redeemCodeId(), code.orderId(), code.owner(), code.subject(), holder, "r-" + holder, "a", T0);
    }
}
