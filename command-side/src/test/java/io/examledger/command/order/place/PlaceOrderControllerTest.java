package io.examledger.command.order.place;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.command.testing.RecordedGuesses;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceOrderControllerTest {
    private static final String VOUCHER = PlainVault.codeString(7).grouped();
    private static final String DIGEST = new PlainVault().digest(PlainVault.codeString(7));
    private static final String WITH_VOUCHER = """
            {"kind": "INDIVIDUAL", "subject": "PR000002", "terms": true, "voucher": "%s"}""".formatted(VOUCHER);

    private final List<String> steps = new ArrayList<>();
    private final RecordedGuesses guesses = new RecordedGuesses(steps);
    private final RecordedCommands commands = new RecordedCommands().answering(new OrderPlaced("new", usd(150_000)));
    private final Endpoint endpoint = Endpoint.forAccount(
            new PlaceOrderController(commands, new PlainVault(), guesses, () -> "new", Endpoint.CLOCK),
            COMPANY,
            Role.ENTERPRISE);

    @Test
    @DisplayName("ORD-1 an enterprise order is placed on the terms that were accepted")
    void an_enterprise_order_is_placed() {
        endpoint.post("/api/orders", """
                        {"kind": "ENTERPRISE", "subject": "PR000002", "quantity": 10, "terms": "2026-11"}""")
                .isAccepted(201, "{\"orderId\":\"new\",\"total\":{\"amount\":150000,\"currency\":\"USD\"}}")
                .isReplayed(false);
        assertThat(commands.sent()).containsExactly(command(OrderKind.ENTERPRISE, 10, "2026-11"));
    }

    @Test
    @DisplayName("ORD-1 whoever just accepts the terms accepts the current ones")
    void an_individual_order_is_for_one_place() {
        endpoint.post("/api/orders", """
                {"kind": "INDIVIDUAL", "subject": "PR000002", "terms": true}""");
        assertThat(commands.sent()).containsExactly(command(OrderKind.INDIVIDUAL, 1, "2026-11"));
    }

    @Test
    @DisplayName("ORD-1 that the terms are not accepted is for the command to decide")
    void what_was_not_accepted_is_passed_on() {
        endpoint.post("/api/orders", """
                {"kind": "INDIVIDUAL", "subject": "PR000002", "terms": false}""");
        assertThat(commands.sent())
                .containsExactly(new PlaceOrder(
                        new OrderId("new"), COMPANY, OrderKind.INDIVIDUAL, SUBJECT, 1, null, null, Endpoint.NOW));
        assertThat(steps).isEmpty();
    }

    @Test
    @DisplayName("VOU-1 a voucher is passed on as its digest, however it was typed")
    void a_voucher_is_passed_on() {
        endpoint.post("/api/orders", WITH_VOUCHER.replace(VOUCHER, VOUCHER.toLowerCase(java.util.Locale.ROOT)))
                .isAccepted(201, "{\"orderId\":\"new\",\"total\":{\"amount\":150000,\"currency\":\"USD\"}}");
        assertThat(commands.sent())
                .containsExactly(new PlaceOrder(
                        new OrderId("new"),
                        COMPANY,
                        OrderKind.INDIVIDUAL,
                        SUBJECT,
                        1,
                        "2026-11",
                        DIGEST,
                        Endpoint.NOW));
        assertThat(steps).containsExactly("asked for company at " + Endpoint.ADDRESS);
    }

    @Test
    @DisplayName("COD-11 VOU-1 a voucher that is refused counts as a guess; another refusal does not")
    void guessing_vouchers_is_limited() {
        commands.refusing(RecordedCommands.conflict("order.terms-not-accepted"));
        endpoint.post("/api/orders", WITH_VOUCHER).isRefused(409, "order.terms-not-accepted");
        assertThat(steps).hasSize(1);
        commands.refusing(RecordedCommands.conflict("voucher.unknown"));
        endpoint.post("/api/orders", WITH_VOUCHER).isRefused(409, "voucher.unknown");
        assertThat(steps).last().isEqualTo("charged company at " + Endpoint.ADDRESS + " for " + DIGEST);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind     | \"subject\": \"PR000002\", \"quantity\": 1, \"terms\": true",
                "subject  | \"kind\": \"ENTERPRISE\", \"quantity\": 1, \"terms\": true",
                "subject  | \"kind\": \"ENTERPRISE\", \"subject\": \"pr 2\", \"quantity\": 1, \"terms\": true",
                "quantity | \"kind\": \"ENTERPRISE\", \"subject\": \"PR000002\", \"terms\": true",
                "quantity | \"kind\": \"ENTERPRISE\", \"subject\": \"PR000002\", \"quantity\": 0, \"terms\": true",
                "quantity | \"kind\": \"ENTERPRISE\", \"subject\": \"PR000002\", \"quantity\": -5, \"terms\": true",
                "quantity | \"kind\": \"ENTERPRISE\", \"subject\": \"PR000002\", \"quantity\": 1000001, \"terms\": true",
                "quantity | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"quantity\": 1, \"terms\": true",
                "terms    | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\"",
                "terms    | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": null",
                "terms    | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": 1",
                "terms    | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": \" \"",
                "terms    | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": \"I do not accept\"",
                "terms    | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": \"false\"",
                "voucher  | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": true, \"voucher\": \" \"",
                "voucher  | \"kind\": \"INDIVIDUAL\", \"subject\": \"PR000002\", \"terms\": true, \"voucher\": \"V\"",
            })
    void a_bad_field_is_named(String field, String members) {
        endpoint.post("/api/orders", "{" + members + "}").isBad(field);
        assertThat(commands.sent()).isEmpty();
    }

    private static PlaceOrder command(OrderKind kind, int quantity, String terms) {
        return new PlaceOrder(new OrderId("new"), COMPANY, kind, SUBJECT, quantity, terms, null, Endpoint.NOW);
    }
}
