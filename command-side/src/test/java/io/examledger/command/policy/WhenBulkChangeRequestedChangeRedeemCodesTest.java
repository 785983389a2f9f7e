package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.OTHER_COMPANY;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.issued;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.testing.PlainVault;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenBulkChangeRequestedChangeRedeemCodesTest {
    private final BulkChangeRun job = new BulkChangeRun();

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 1000, 1100})
    @DisplayName("COD-3 every bound code is taken back, though each one that is drops out of the filter")
    void bound_codes_are_unbound(int quantity) throws Exception {
        job.givenCodes(quantity, quantity);
        job.request(BulkAction.UNBIND, BulkChangeRun.BOUND);
        job.run();
        assertThat(job.happened(RedeemCodeEvent.Unbound.class))
                .extracting(RedeemCodeEvent::redeemCodeId)
                .isEqualTo(BulkChangeRun.ids(quantity));
        assertThat(job.happened(CandidacyEvent.RegistrationWithdrawn.class)).hasSize(quantity);
        job.assertFinished(quantity, quantity);
    }

    @Test
    @DisplayName("COD-4 COD-10 every unused code gets a string of its own, sealed for its own id")
    void unused_codes_are_regenerated() throws Exception {
        job.givenCodes(3, 0);
        job.request(BulkAction.REGENERATE, BulkChangeRun.ALL);
        job.run();
        assertThat(job.happened(RedeemCodeEvent.Regenerated.class))
                .extracting(RedeemCodeEvent.Regenerated::sealed)
                .isEqualTo(IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> PlainVault.fresh(100_000 + n, RedeemCodeId.of(ORDER, n))
                                .sealed())
                        .toList());
        job.assertFinished(3, 3);
    }

    @Test
    @DisplayName("COD-4 what a rule refuses is skipped and counted by why, and the others are changed")
    void refused_codes_are_counted() throws Exception {
        job.givenCodes(5, 2);
        job.request(BulkAction.REGENERATE, BulkChangeRun.ALL);
        job.run();
        assertThat(job.happened(RedeemCodeEvent.Regenerated.class)).hasSize(3);
        job.assertFinished(5, 3, new RefusalCount("redeem-code.not-unused", 2));
    }

    @Test
    @DisplayName("ORD-4 on an expired order every code is skipped")
    void expired_codes_are_counted() throws Exception {
        job.givenCodes(501, 501);
        job.request(BulkAction.UNBIND, BulkChangeRun.ALL);
        job.runAt(VALID_UNTIL);
        assertThat(job.happened(RedeemCodeEvent.Unbound.class)).isEmpty();
        assertThat(job.happened(BulkChangeEvent.ChunkDone.class))
                .extracting(BulkChangeEvent.ChunkDone::refusals)
                .containsExactly(
                        List.of(new RefusalCount("order.expired", 500)), List.of(new RefusalCount("order.expired", 1)));
    }

    @Test
    @DisplayName("COD-12 what the request was narrowed by narrows the codes")
    void the_filter_is_that_of_the_request() throws Exception {
        CodeFilter filter = new CodeFilter("digest", SUBJECT, ORDER, RedeemCodeStatus.UNUSED, COMPANY);
        job.givenCodes(1, 1);
        job.request(BulkAction.UNBIND, filter);
        job.run();
        assertThat(job.codes.filters()).containsExactly(filter);
        assertThat(job.happened(BulkChangeEvent.SelectionCompleted.class))
                .singleElement()
                .satisfies(completed -> assertThat(completed.total()).isZero());
        assertThat(job.happened(BulkChangeEvent.Finished.class)).hasSize(1);
    }

    @Test
    @DisplayName("ACC-4 neither foreign codes nor later ones are changed")
    void other_codes_stay_as_they_are() throws Exception {
        job.givenCodes(2, 0);
        RedeemCodeEvent.Issued own = issued(RedeemCodeId.of(ORDER, 3), 3);
        job.commandSide.given(List.of(new RedeemCodeEvent.Issued(
                "foreign", own.orderId(), OTHER_COMPANY.value(), own.subject(), "f", "f", VALID_UNTIL, PAID_AT)));
        job.request(BulkAction.REGENERATE, BulkChangeRun.ALL);
        job.commandSide.given(List.of(own));
        job.run();
        assertThat(job.happened(RedeemCodeEvent.Regenerated.class))
                .extracting(RedeemCodeEvent::redeemCodeId)
                .isEqualTo(BulkChangeRun.ids(2));
    }
}
