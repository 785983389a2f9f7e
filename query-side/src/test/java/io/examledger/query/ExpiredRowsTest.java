package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.expired;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.orderExpired;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registrationExpired;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given the end of an order, then every read model says so, whatever the batches were. */
@ParameterizedClass
@EnumSource
class ExpiredRowsTest {
    private static final RedeemCodeEvent.Issued UNUSED = issued("o1", 1, "acme", "AAA");
    private static final RedeemCodeEvent.Issued BOUND = issued("o1", 2, "acme", "AAA");
    private static final RedeemCodeEvent.Issued LEFT = issued("o1", 3, "acme", "AAA");
    private static final List<Object> HISTORY = List.of(
            placed("o1", "acme", "AAA", 3),
            purchased("o1", "acme", "AAA", 3),
            UNUSED,
            BOUND,
            LEFT,
            bound(BOUND, "ada"),
            opened(BOUND, "ada"),
            orderExpired("o1", "acme", "AAA", 3),
            expired(UNUSED),
            expired(BOUND, "ada"),
            registrationExpired(BOUND, "ada"));
    private final Database database;

    ExpiredRowsTest(Database database) {
        this.database = database;
    }

    @Test
    @DisplayName("ORD-4 COD-9 COD-11a an expired order's codes are counted as expired, and purchased never shrinks")
    void numbers_and_statuses_follow_the_end_of_an_order() {
        try (ReadModels models = ReadModels.all(database)) {
            models.given(HISTORY);
            assertThat(models.rows("select status, issued, unused, bound, expired from read_model.bill"))
                    .hasToString("[{status=EXPIRED, issued=3, unused=1, bound=0, expired=2}]");
            assertThat(models.rows("""
                            select seen_by, purchased, unused, bound, expired, registrations
                            from read_model.overview
                            order by seen_by
                            """))
                    .hasToString("[{seen_by=EXAMINEE, purchased=0, unused=0, bound=0, expired=0, registrations=1},"
                            + " {seen_by=OWNER, purchased=3, unused=1, bound=0, expired=2, registrations=1}]");
            assertThat(models.rows("select status, holder from read_model.redeem_code order by position"))
                    .hasToString("[{status=EXPIRED, holder=null}, {status=EXPIRED, holder=ada},"
                            + " {status=UNUSED, holder=null}]");
        }
    }

    @Test
    @DisplayName("PLT-5 an end folds to the same rows in one batch and event by event")
    void batches_do_not_matter() {
        try (ReadModels batch = ReadModels.all(database);
                ReadModels single = ReadModels.all(database)) {
            batch.given(HISTORY);
            HISTORY.forEach(single::given);
            for (String table : List.of("bill", "redeem_code", "overview", "registration")) {
                String sql = "select * from read_model." + table + " order by 1, 2, 3";
                assertThat(single.rows(sql))
                        .as(table)
                        .hasToString(batch.rows(sql).toString());
            }
        }
    }
}
