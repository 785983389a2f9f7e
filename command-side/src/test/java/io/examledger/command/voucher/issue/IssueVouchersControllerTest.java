package io.examledger.command.voucher.issue;

import static io.examledger.command.testing.Facts.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.command.voucher.PercentOff;
import io.examledger.command.voucher.issue.IssueVouchersHandler.IssuedVoucher;
import io.examledger.command.voucher.issue.IssueVouchersHandler.VouchersIssued;
import io.examledger.kernel.voucher.VoucherId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueVouchersControllerTest {
    private static final String WINDOW =
            "\"validFrom\": \"2026-07-01T00:00:00Z\", \"validUntil\": \"2026-08-01T00:00:00Z\"";

    private final RecordedCommands commands =
            new RecordedCommands().answering(new VouchersIssued(List.of(new IssuedVoucher("new", "CODE"))));
    private final Endpoint endpoint =
            Endpoint.forStaff(new IssueVouchersController(commands, new PlainVault(), () -> "new", Endpoint.CLOCK));

    @Test
    @DisplayName("VOU-1 as many vouchers are issued as were asked for, each with a fresh code")
    void vouchers_are_issued() {
        endpoint.post("/api/vouchers", """
                        {"percentOff": 20, "subjects": ["PR000002", "PR000002"], "quantity": 2, %s}""".formatted(WINDOW))
                .isAccepted(201, "{\"vouchers\":[{\"voucher\":\"new\",\"code\":\"CODE\"}]}");
        PlainVault vault = new PlainVault();
        assertThat(commands.sent())
                .containsExactly(new IssueVouchers(
                        List.of(NewVoucher.of(new VoucherId("new"), vault), NewVoucher.of(new VoucherId("new"), vault)),
                        new PercentOff(20),
                        List.of(SUBJECT),
                        Instant.parse("2026-07-01T00:00:00Z"),
                        Instant.parse("2026-08-01T00:00:00Z"),
                        Endpoint.NOW));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "percentOff  | \"quantity\": 1, WINDOW",
                "percentOff  | \"percentOff\": 0, \"quantity\": 1, WINDOW",
                "percentOff  | \"percentOff\": 101, \"quantity\": 1, WINDOW",
                "subjects[1] | \"percentOff\": 1, \"subjects\": [\"PR000002\", null], \"quantity\": 1, WINDOW",
                "subjects[0] | \"percentOff\": 1, \"subjects\": [\"pr 2\"], \"quantity\": 1, WINDOW",
                "validFrom   | \"percentOff\": 1, \"quantity\": 1, \"validUntil\": \"2026-08-01T00:00:00Z\"",
                "validUntil  | \"percentOff\": 1, \"quantity\": 1, \"validFrom\": \"2026-08-01T00:00:00Z\"",
                "validUntil  | \"percentOff\": 1, \"quantity\": 1, \"validFrom\": \"2026-08-01T00:00:00Z\", \"validUntil\": \"2026-08-01T00:00:00Z\"",
                "quantity    | \"percentOff\": 1, WINDOW",
                "quantity    | \"percentOff\": 1, \"quantity\": 0, WINDOW",
                "quantity    | \"percentOff\": 1, \"quantity\": 1001, WINDOW",
            })
    void a_bad_field_is_named(String field, String members) {
        endpoint.post("/api/vouchers", "{" + members.replace("WINDOW", WINDOW) + "}")
                .isBad(field);
        assertThat(commands.sent()).isEmpty();
    }
}
