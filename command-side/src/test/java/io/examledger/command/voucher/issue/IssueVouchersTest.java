package io.examledger.command.voucher.issue;

import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.introduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.command.Claims;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.command.voucher.PercentOff;
import io.examledger.command.voucher.issue.IssueVouchersHandler.IssuedVoucher;
import io.examledger.command.voucher.issue.IssueVouchersHandler.VouchersIssued;
import io.examledger.kernel.voucher.VoucherEvent;
import io.examledger.kernel.voucher.VoucherId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IssueVouchersTest {
    private static final Instant FROM = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-08-01T00:00:00Z");

    private final PlainVault vault = new PlainVault();
    private final NewVoucher first = NewVoucher.of(new VoucherId("first"), vault);
    private final NewVoucher second = NewVoucher.of(new VoucherId("second"), vault);

    @Test
    @DisplayName("VOU-1 each voucher has a code of its own, which is found by its digest")
    void vouchers_are_individually_coded() {
        Scenario scenario = Scenario.given(introduced(SUBJECT, PRICE))
                .when(command(FROM, UNTIL))
                .thenEvents(issued(first), issued(second))
                .thenAnswer(new VouchersIssued(List.of(
                        new IssuedVoucher("first", PlainVault.codeString(1).grouped()),
                        new IssuedVoucher("second", PlainVault.codeString(2).grouped()))));
        assertThat(scenario.claims().holderOf(Claims.VOUCHER, first.digest())).contains("first");
        assertThat(scenario.claims().holderOf(Claims.VOUCHER, second.digest())).contains("second");
    }

    @Test
    @DisplayName("VOU-1 a voucher is for subjects of the catalogue")
    void an_unknown_subject_is_refused() {
        Scenario.start().when(command(FROM, UNTIL)).thenRefused("subject.unknown");
    }

    @Test
    @DisplayName("VOU-1 a window of no length is none")
    void a_window_ends_after_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> command(FROM, FROM));
    }

    @Test
    @DisplayName("COD-10 the answer that holds the codes does not show them in a log")
    void codes_are_secret() {
        assertThat(new IssuedVoucher("first", "SECRET")).hasToString("IssuedVoucher[first, secret]");
    }

    private IssueVouchers command(Instant from, Instant until) {
        return new IssueVouchers(List.of(first, second), new PercentOff(20), List.of(SUBJECT), from, until, NOW);
    }

    private static VoucherEvent issued(NewVoucher fresh) {
        return new VoucherEvent.Issued(
                fresh.voucherId().value(),
                20,
                List.of(SUBJECT.value()),
                FROM,
                UNTIL,
                fresh.digest(),
                fresh.sealed(),
                NOW);
    }
}
