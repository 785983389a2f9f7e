package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.verified;
import static io.examledger.query.Happened.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.account.Verification;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.subject.SubjectEvent;
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

/** Given events, then rows. */
@ParameterizedClass
@EnumSource
class ReadModelRowsTest {
    private static final RedeemCodeEvent.Issued ONE = issued("o1", 1, "acme", "AAA");
    private static final RedeemCodeEvent.Issued TWO = issued("o1", 2, "acme", "AAA");
    private final Database database;
    private ReadModels models;

    ReadModelRowsTest(Database database) {
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
    @DisplayName("CAT-3 a subject stands at its present price, and is marked when retired")
    void subject_follows_price_and_retirement() {
        models.given(
                introduced("AAA"),
                new SubjectEvent.PriceChanged("AAA", new Money(90, "EUR"), Happened.T0),
                new SubjectEvent.Retired("AAA", Happened.T0));

        assertThat(row("select price_amount, price_currency, delivery_modes from read_model.subject"))
                .containsEntry("price_amount", 90L)
                .containsEntry("price_currency", "EUR")
                .containsEntry("delivery_modes", "TEST_CENTER,ONLINE_PROCTORED");
        assertThat(models.number("select count(*) from read_model.subject where retired_at is not null"))
                .isOne();
    }

    @Test
    @DisplayName("AUD-5 an account's name stays sealed in its row")
    void account_row_holds_the_sealed_name() {
        models.given(registered("ada", "Ada Lovelace"), verified("ada", Verification.INDIVIDUAL));

        assertThat(row("select name, verification from read_model.account"))
                .containsEntry("name", "sealed:ada:Ada Lovelace")
                .containsEntry("verification", "INDIVIDUAL");
    }

    @Test
    @DisplayName("COD-1 to COD-4 a code's row follows its life, and replaced strings stay findable")
    void code_row_follows_its_life() {
        models.given(ONE, TWO, bound(ONE, "ada"), bound(TWO, "bob"));
        models.given(unbound(ONE, "ada"), regenerated(ONE, 7));

        assertThat(models.rows("""
                        select status, holder, registration_id, version, position
                        from read_model.redeem_code
                        order by position
                        """))
                .hasToString("[{status=UNUSED, holder=null, registration_id=null, version=6, position=1},"
                        + " {status=BOUND, holder=bob, registration_id=r-bob, version=4, position=2}]");
        FakeVaults vault = new FakeVaults();
        assertThat(row("select digest from read_model.redeem_code where position = 1"))
                .containsEntry("digest", vault.digest(Happened.string(7)));
        assertThat(row("select redeem_code_id, digest from read_model.replaced_code_string"))
                .containsEntry("redeem_code_id", ONE.redeemCodeId())
                .containsEntry("digest", vault.digest(Happened.string(1)));
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
    @DisplayName("COD-3 a registration ends when the enterprise takes its code back")
    void registration_is_withdrawn() {
        models.given(
                opened(ONE, "ada"),
                withdrawn(ONE, "ada"),
                new CandidacyEvent.RegistrationOpened(
                        "bob:AAA", "bob", "AAA", "r-bob", "bob", "o9", null, Happened.END, Happened.T0));

        assertThat(models.rows("""
                        select registration_id, redeem_code_id, withdrawn_at is null as open
                        from read_model.registration
                        order by position
                        """))
                .hasToString("[{registration_id=r-ada, redeem_code_id=o1-0000001, open=false},"
                        + " {registration_id=r-bob, redeem_code_id=null, open=true}]");
    }

    @Test
    @DisplayName("ORD-6, COD-11b the buyer is told of the purchase, the former holder of the unbinding")
    void messages_tell_buyer_and_former_holder() {
        models.given(
                purchased("o1", "acme", "AAA", 3),
                new OrderEvent.Purchased(
                        "o2",
                        "bob",
                        OrderKind.INDIVIDUAL,
                        "AAA",
                        1,
                        List.of(new PaymentPart(PaymentMethod.CARD, Happened.PRICE)),
                        Happened.T0,
                        Happened.END,
                        1),
                unbound(ONE, "ada"));

        assertThat(models.rows("select account_id, text_key, parameters from read_model.message order by position"))
                .extracting(Object::toString)
                .containsExactly(
                        "{account_id=acme, text_key=order.purchased, parameters={\"orderId\":\"o1\",\"quantity\":\"3\","
                                + "\"subject\":\"AAA\",\"validUntil\":\"2027-01-10T09:00:00Z\"}}",
                        "{account_id=ada, text_key=redeem-code.unbound, parameters={\"subject\":\"AAA\"}}");
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
