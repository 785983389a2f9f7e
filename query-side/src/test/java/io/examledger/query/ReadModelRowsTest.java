package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
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
import java.util.List;
import java.util.Map;
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

    private Map<String, Object> row(String sql) {
        return models.rows(sql).getFirst();
    }
}
