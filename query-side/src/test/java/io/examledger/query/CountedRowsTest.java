package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given events, then the numbers in the rows, which add up whatever the batches were. */
@ParameterizedClass
@EnumSource
class CountedRowsTest {
    private static final RedeemCodeEvent.Issued ONE = issued("o1", 1, "acme", "AAA");
    private static final RedeemCodeEvent.Issued TWO = issued("o1", 2, "acme", "AAA");
    private final Database database;
    private ReadModels models;

    CountedRowsTest(Database database) {
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
    @DisplayName("COD-11a an order's numbers add up to those issued at every moment")
    void bill_counts_codes_by_status() {
        models.given(placed("o1", "acme", "AAA", 3));
        assertThat(row("select status, issued, discount from read_model.bill"))
                .hasToString("{status=PENDING, issued=0, discount=0}");

        models.given(purchased("o1", "acme", "AAA", 3), ONE, TWO, bound(ONE, "ada"), regenerated(TWO, 9));
        assertThat(row("select status, issued, unused, bound from read_model.bill"))
                .hasToString("{status=PAID, issued=2, unused=1, bound=1}");

        models.given(issued("o1", 3, "acme", "AAA"), unbound(ONE, "ada"));
        assertThat(row("select issued, unused, bound, scheduled, completed, refunded, expired from read_model.bill"))
                .hasToString("{issued=3, unused=3, bound=0, scheduled=0, completed=0, refunded=0, expired=0}");
        assertThat(models.rows("select part, method, amount from read_model.bill_part order by part"))
                .hasToString("[{part=1, method=BALANCE, amount=5000}, {part=2, method=CARD, amount=40000}]");
    }

    @Test
    @DisplayName("PLT-1 the overview counts by account and subject; withdrawn registrations do not count")
    void overview_counts_by_account_and_subject() {
        RedeemCodeEvent.Issued other = issued("o2", 3, "acme", "BBB");
        models.given(ONE, TWO, other, bound(ONE, "ada"), opened(ONE, "ada"), bound(TWO, "bob"), opened(TWO, "bob"));
        models.given(unbound(ONE, "ada"), withdrawn(ONE, "ada"), regenerated(ONE, 8));

        assertThat(models.rows("""
                        select seen_by, account_id, subject, purchased, unused, bound, registrations
                        from read_model.overview
                        order by seen_by, account_id, subject
                        """))
                .extracting(Object::toString)
                .containsExactly(
                        "{seen_by=EXAMINEE, account_id=ada, subject=AAA, purchased=0, unused=0, bound=0, registrations=0}",
                        "{seen_by=EXAMINEE, account_id=bob, subject=AAA, purchased=0, unused=0, bound=0, registrations=1}",
                        "{seen_by=OWNER, account_id=acme, subject=AAA, purchased=2, unused=1, bound=1, registrations=1}",
                        "{seen_by=OWNER, account_id=acme, subject=BBB, purchased=1, unused=1, bound=0, registrations=0}");
    }

    @Test
    @DisplayName("PLT-5 folding in one batch or event by event gives the same rows")
    void batches_do_not_matter() {
        List<Object> history = new ArrayList<>(List.of(introduced("AAA"), placed("o1", "acme", "AAA", 40)));
        history.add(purchased("o1", "acme", "AAA", 40));
        IntStream.rangeClosed(1, 40).forEach(n -> {
            RedeemCodeEvent.Issued code = issued("o1", n, "acme", "AAA");
            history.add(code);
            history.add(bound(code, "h" + n));
            history.add(opened(code, "h" + n));
            if (n % 3 == 0) {
                history.add(unbound(code, "h" + n));
                history.add(withdrawn(code, "h" + n));
                history.add(regenerated(code, 100 + n));
            }
        });
        models.given(history);
        try (ReadModels single = ReadModels.all(database)) {
            history.forEach(single::given);
            for (String table : List.of("bill", "redeem_code", "replaced_code_string", "overview", "registration")) {
                String sql = "select * from read_model." + table + " order by 1, 2, 3";
                assertThat(single.rows(sql))
                        .as(table)
                        .isNotEmpty()
                        .hasToString(models.rows(sql).toString());
            }
        }
    }

    private Map<String, Object> row(String sql) {
        return models.rows(sql).getFirst();
    }
}
