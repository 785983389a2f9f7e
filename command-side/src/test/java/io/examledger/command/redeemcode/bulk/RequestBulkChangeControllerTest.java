package io.examledger.command.redeemcode.bulk;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.redeemcode.bulk.BulkChangeHandler.BulkChangeRequested;
import io.examledger.command.redeemcode.bulk.RequestBulkChangeController.BulkChangeFilter;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBulkChangeControllerTest {
    private static final String PATH = "/api/redeem-codes/bulk";
    private static final String STRING = PlainVault.codeString(1).grouped();

    private final RecordedCommands commands = new RecordedCommands().answering(new BulkChangeRequested("new"));
    private final Endpoint endpoint = Endpoint.forAccount(
            new RequestBulkChangeController(commands, new PlainVault(), () -> "new", Endpoint.CLOCK),
            COMPANY,
            Role.ENTERPRISE);

    @Test
    @DisplayName("COD-12 COD-10 everything that a search can be narrowed by; the code string as its digest only")
    void a_bulk_change_is_requested() {
        endpoint.post(PATH, """
                        {"action": "UNBIND", "filter": {"redeemCode": "%s", "subject": "PR000002", "order": "order",
                         "status": "BOUND", "examinee": "ada"}}""".formatted(STRING))
                .isAccepted(202, "{\"jobId\":\"new\"}")
                .isReplayed(false);
        String digest = new PlainVault().digest(PlainVault.codeString(1));
        assertThat(commands.sent())
                .containsExactly(command(
                        BulkAction.UNBIND, new CodeFilter(digest, SUBJECT, ORDER, RedeemCodeStatus.BOUND, ADA)));
    }

    @Test
    @DisplayName("ACC-4 an empty filter means all of one's own codes")
    void all_codes_can_be_meant() {
        endpoint.post(PATH, """
                {"action": "REGENERATE", "filter": {}}""").isAccepted(202, "{\"jobId\":\"new\"}");
        assertThat(commands.sent())
                .containsExactly(command(BulkAction.REGENERATE, new CodeFilter(null, null, null, null, null)));
    }

    @Test
    void a_repeat_says_that_it_is_one() {
        commands.replaying(new BulkChangeRequested("first"));
        endpoint.post(PATH, """
                        {"action": "UNBIND", "filter": {}}""").isAccepted(202, "{\"jobId\":\"first\"}").isReplayed(true);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "action            | \"filter\": {}",
                "filter            | \"action\": \"UNBIND\"",
                "filter            | \"action\": \"UNBIND\", \"filter\": null",
                "filter.redeemCode | \"action\": \"UNBIND\", \"filter\": {\"redeemCode\": \"ABC\"}",
                "filter.subject    | \"action\": \"UNBIND\", \"filter\": {\"subject\": \"pr 2\"}",
                "filter.order      | \"action\": \"UNBIND\", \"filter\": {\"order\": \"a.b\"}",
                "filter.examinee   | \"action\": \"UNBIND\", \"filter\": {\"examinee\": \"\"}",
            })
    void a_bad_field_is_named(String field, String members) {
        endpoint.post(PATH, "{" + members + "}").isBad(field);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    @DisplayName("COD-10 the string that was searched for is not printed")
    void the_filter_is_not_printed() {
        assertThat(new BulkChangeFilter(STRING, null, null, null, null).toString())
                .doesNotContain(STRING);
    }

    private static RequestBulkChange command(BulkAction action, CodeFilter filter) {
        return new RequestBulkChange(new BulkChangeId("new"), COMPANY, action, filter, Endpoint.NOW);
    }
}
