package io.examledger.query.projection;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.orderExpired;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static io.examledger.query.Judged.corrected;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Database;
import io.examledger.query.ListedLog;
import io.examledger.query.ReadModels;
import io.examledger.query.Sat;
import io.examledger.query.bills.BillProjection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
@DisplayName("AUD-2 rows that change are kept as they were")
class FoldTest {
    private static final Instant T1 = Instant.parse("2026-01-10T09:00:00Z");
    private static final RedeemCodeEvent.Issued ONE = issued("o1", 1, "acme", "AAA");
    private static final RedeemCodeEvent.Issued TWO = issued("o1", 2, "acme", "AAA");
    private final Database database;
    private ReadModels models;

    FoldTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void a_row_is_kept_when_what_was_recorded_later_changes_it() {
        models.at(T1).given(placed("o1", "acme", "AAA", 2), purchased("o1", "acme", "AAA", 2), ONE, TWO);
        models.at(T1.plusSeconds(1)).given(bound(ONE, "ada"), bound(TWO, "bob"));
        models.at(T1.plusSeconds(2)).given(unbound(ONE, "ada"));

        assertThat(models.rows(
                        "select status, issued, unused, bound from read_model.bill_version order by replaced_at"))
                .hasToString(
                        "[{status=PAID, issued=2, unused=2, bound=0}, {status=PAID, issued=2, unused=0, bound=2}]");
        assertThat(models.rows("""
                select redeem_code_id, status, holder
                from read_model.redeem_code_version
                order by replaced_at, redeem_code_id
                """))
                .extracting(Object::toString)
                .containsExactly(
                        "{redeem_code_id=%s, status=UNUSED, holder=null}".formatted(ONE.redeemCodeId()),
                        "{redeem_code_id=%s, status=UNUSED, holder=null}".formatted(TWO.redeemCodeId()),
                        "{redeem_code_id=%s, status=BOUND, holder=ada}".formatted(ONE.redeemCodeId()));
    }

    @Test
    @DisplayName("AUD-3 events that touch different rows are folded at once, whatever lies between them")
    void events_of_different_rows_are_folded_at_once() {
        List<String> written = written(List.of(
                placed("o1", "acme", "AAA", 1),
                purchased("o1", "acme", "AAA", 1),
                placed("o2", "acme", "AAA", 1),
                purchased("o2", "acme", "AAA", 1)));

        assertThat(written).contains("insert into read_model.bill", "update read_model.bill");
        assertThat(written.lastIndexOf("insert into read_model.bill"))
                .isLessThan(written.indexOf("update read_model.bill"));
    }

    @Test
    @DisplayName("AUD-3 what only adds to a row changes it once for many times, and is kept for each")
    void events_that_add_to_one_row_are_folded_at_once() {
        List<Object> history = new ArrayList<>(List.of(placed("o1", "acme", "AAA", 9), ONE));
        for (int n = 0; n < 100; n++) {
            history.addAll(List.of(bound(ONE, "ada"), unbound(ONE, "ada")));
        }

        List<String> written = written(history);

        assertThat(written).filteredOn("update read_model.bill"::equals).hasSizeLessThanOrEqualTo(2);
        assertThat(written)
                .filteredOn(statement -> statement.startsWith("insert into read_model.bill_version"))
                .hasSize(history.size());
    }

    /** The first lines of statements that fold events of bills, each of its own time, once for each row. */
    private static List<String> written(List<Object> history) {
        ListedLog log = new ListedLog();
        List<RecordedEvent> events = new ArrayList<>();
        for (Object event : history) {
            log.at(T1.plusSeconds(events.size()));
            events.add(RecordedEvent.of(log.at(log.append(event))));
        }
        List<String> written = new ArrayList<>();
        Fold.apply(
                new BillProjection(),
                events,
                (sql, rows) -> rows.forEach(
                        row -> written.add(sql.strip().lines().findFirst().orElseThrow())));
        return written;
    }

    @Test
    @DisplayName("PLT-5 AUD-3 what is kept does not depend on how the log is cut into batches")
    void batches_do_not_matter() {
        assertSameInOneBatch(history());
        assertThat(models.number("select count(*) from read_model.overview_version"))
                .isGreaterThanOrEqualTo(100);
    }

    @Test
    @DisplayName("PLT-5 AUD-3 nor where exams and an end change rows between what only adds to them")
    void batches_do_not_matter_among_exams() {
        List<Object> history = new ArrayList<>(List.of(Sat.SITE, Sat.session(Sat.START, 40), ONE, TWO));
        for (int n = 3; n < 20; n++) {
            RedeemCodeEvent.Issued code = issued("o1", n, "acme", "AAA");
            Sat sat = Sat.by("h" + n, code);
            history.add(code);
            history.addAll(sat.scheduled());
            history.addAll(List.of(bound(ONE, "p" + n), opened(ONE, "p" + n), bound(TWO, "bob")));
            history.addAll(n % 4 == 0 ? sat.missed() : sat.begun());
            if (n % 4 > 0) {
                history.addAll(recorded(sat, ExamOutcome.PASS, 700));
                history.add(unbound(TWO, "bob"));
                history.addAll(released(sat, ExamOutcome.PASS, 700));
                history.addAll(corrected(sat, ExamOutcome.PASS, ExamOutcome.FAIL, 300));
            } else {
                history.add(unbound(TWO, "bob"));
            }
            history.addAll(List.of(unbound(ONE, "p" + n), withdrawn(ONE, "p" + n)));
        }
        history.add(3, placed("o1", "acme", "AAA", 20));
        history.add(9, purchased("o1", "acme", "AAA", 20));
        history.add(history.size() - 12, orderExpired("o1", "acme", "AAA", 20));

        assertSameInOneBatch(history);

        assertThat(models.number("select count(*) from read_model.overview_version where attended > 0"))
                .isGreaterThanOrEqualTo(100);
    }

    /** Rows and versions are those of a log whose events came one by one. */
    private void assertSameInOneBatch(List<Object> history) {
        models.projections().stop();
        try (ReadModels single = ReadModels.all(database)) {
            Instant time = T1;
            for (Object event : history) {
                time = event instanceof RedeemCodeEvent.Issued || event instanceof CandidacyEvent.RegistrationOpened
                        ? time
                        : time.plusMillis(1);
                single.at(time).given(event);
                models.at(time).log().append(event);
            }
            models.projections().start();
            models.given(purchased("o9", "acme", "AAA", 1));
            single.given(purchased("o9", "acme", "AAA", 1));
            for (String table : List.of("bill", "redeem_code", "overview", "registration", "attempt")) {
                String live = "select * from read_model." + table + " order by position, 1";
                assertThat(models.rows(live))
                        .as(table)
                        .hasToString(single.rows(live).toString());
                String past = "select * from read_model." + table + "_version order by 1, 2, 3, 4";
                assertThat(models.rows(past))
                        .as(table)
                        .hasToString(single.rows(past).toString());
            }
        }
    }

    /** More than a batch was issued at once. */
    private static List<Object> history() {
        List<Object> history =
                new ArrayList<>(List.of(placed("o1", "acme", "AAA", 250), purchased("o1", "acme", "AAA", 250)));
        List<RedeemCodeEvent.Issued> codes = new ArrayList<>();
        for (int n = 1; n <= 150; n++) {
            codes.add(issued("o1", n, "acme", "AAA"));
        }
        history.addAll(codes);
        for (int n = 0; n < 60; n++) {
            history.addAll(List.of(bound(codes.get(n), "h" + n), opened(codes.get(n), "h" + n)));
            if (n % 3 == 0) {
                history.addAll(List.of(unbound(codes.get(n), "h" + n), withdrawn(codes.get(n), "h" + n)));
            }
        }
        return history;
    }

    @Test
    void what_was_parked_is_kept_at_its_own_time_after_the_repair() {
        Instant recorded = T1.plusNanos(123_456_000);
        models.at(recorded.minusNanos(1_000)).given(placed("o1", "acme", "AAA", 1), ONE);
        models.execute("alter table read_model.redeem_code add constraint nobody check (holder is null)");
        models.at(recorded).given(bound(ONE, "ada"));
        models.at(T1.plusSeconds(2)).given(unbound(ONE, "ada"));
        models.execute("alter table read_model.redeem_code drop constraint nobody");

        assertThat(models.projections().retry("redeem-codes")).isOne();

        assertThat(models.rows("select status, holder from read_model.redeem_code_version order by replaced_at"))
                .hasToString("[{status=UNUSED, holder=null}, {status=BOUND, holder=ada}]");
        assertThat(models.number("select count(*) from read_model.redeem_code_version where replaced_at = "
                        + "timestamp with time zone '2026-01-10 09:00:00.123456+00:00'"))
                .isOne();
    }
}
