package io.examledger.command.redeemcode.bulk;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.bulk.RequestBulkChangeHandler.BulkChangeRequested;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkChangeTest {
    private static final BulkChangeId JOB = new BulkChangeId("job");
    private static final BulkChangeEvent REQUESTED = new BulkChangeEvent.Requested(
            "job", COMPANY.value(), BulkAction.UNBIND, null, null, null, null, null, LONG_AGO);

    private final AggregateTestFixture<BulkChange> job = new AggregateTestFixture<>(BulkChange.class);

    @Test
    @DisplayName("COD-12 a request keeps what it was narrowed by")
    void a_bulk_change_is_requested() {
        CodeFilter filter = new CodeFilter("digest", SUBJECT, ORDER, RedeemCodeStatus.BOUND, ADA);
        Scenario.start()
                .when(new RequestBulkChange(JOB, COMPANY, BulkAction.REGENERATE, filter, NOW))
                .thenEvents(new BulkChangeEvent.Requested(
                        "job",
                        COMPANY.value(),
                        BulkAction.REGENERATE,
                        "digest",
                        SUBJECT.value(),
                        ORDER.value(),
                        RedeemCodeStatus.BOUND,
                        ADA.value(),
                        NOW))
                .thenAnswer(new BulkChangeRequested("job"));
    }

    @Test
    void a_chunk_is_selected() {
        job.given(REQUESTED)
                .when(select(0, 2, 70, false))
                .expectEvents(selected(1, 2, 70))
                .expectResultMessagePayload(new Selection(70, false));
    }

    @Test
    void the_next_chunk_goes_on_after_the_one_before_and_may_be_the_last() {
        job.given(REQUESTED, selected(1, 2, 70))
                .when(select(70, 1, 90, true))
                .expectEvents(selected(2, 1, 90), complete(3))
                .expectResultMessagePayload(new Selection(90, true));
    }

    @Test
    void the_end_of_the_codes_may_show_only_after_the_last_chunk() {
        job.given(REQUESTED, selected(1, 2, 70))
                .when(select(70, 0, 70, true))
                .expectEvents(complete(2))
                .expectResultMessagePayload(new Selection(70, true));
    }

    @Test
    void a_change_of_no_codes_is_finished_at_once() {
        job.given(REQUESTED).when(select(0, 0, 0, true)).expectEvents(complete(0), finished());
    }

    @Test
    @DisplayName("COD-12 what was selected stays: a repeat with other codes is told how far the selection is")
    void a_repeated_selection_changes_nothing() {
        job.given(REQUESTED, selected(1, 2, 70))
                .when(select(0, 5, 99, true))
                .expectNoEvents()
                .expectResultMessagePayload(new Selection(70, false));
    }

    @Test
    void nothing_is_selected_after_the_end() {
        job.given(REQUESTED, complete(0), finished())
                .when(select(0, 5, 99, true))
                .expectNoEvents()
                .expectResultMessagePayload(new Selection(0, true));
    }

    @Test
    void a_selection_that_leaves_codes_out_is_a_bug() {
        job.given(REQUESTED, selected(1, 2, 70))
                .when(select(71, 1, 90, false))
                .expectException(IllegalStateException.class)
                .expectNoEvents();
    }

    @Test
    void the_work_of_a_chunk_is_its_codes() {
        job.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3), done(1, 2))
                .when(new StartChunk(JOB, 2))
                .expectNoEvents()
                .expectResultMessagePayload(new Work(BulkAction.UNBIND, COMPANY, codes(1)));
    }

    @Test
    void a_chunk_that_is_done_or_does_not_exist_is_no_work() {
        Work none = new Work(BulkAction.UNBIND, COMPANY, List.of());
        job.given(REQUESTED, selected(1, 2, 70), complete(2), done(1, 2), finished())
                .when(new StartChunk(JOB, 1))
                .expectResultMessagePayload(none);
        job.given(REQUESTED, selected(1, 2, 70), complete(2), done(1, 2), finished())
                .when(new StartChunk(JOB, 2))
                .expectResultMessagePayload(none);
    }

    @Test
    void no_chunk_starts_before_all_codes_are_selected() {
        job.given(REQUESTED, selected(1, 2, 70))
                .when(new StartChunk(JOB, 1))
                .expectException(IllegalStateException.class);
    }

    @Test
    void no_chunk_overtakes_another() {
        job.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3))
                .when(new StartChunk(JOB, 2))
                .expectException(IllegalStateException.class);
        job.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3))
                .when(finish(2, 1))
                .expectException(IllegalStateException.class);
    }

    @Test
    void a_chunk_is_done_when_each_of_its_codes_was_changed_or_refused() {
        job.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3))
                .when(finish(1, 1, new RefusalCount("redeem-code.not-bound", 1)))
                .expectEvents(done(1, 1, new RefusalCount("redeem-code.not-bound", 1)))
                .expectResultMessagePayload(new Done());
    }

    @Test
    void the_last_chunk_finishes_the_change() {
        job.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3), done(1, 2))
                .when(finish(2, 1))
                .expectEvents(done(2, 1), finished());
    }

    @Test
    void a_chunk_that_is_done_again_counts_once() {
        job.given(REQUESTED, selected(1, 2, 70), complete(2), done(1, 2), finished())
                .when(finish(1, 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_code_that_nobody_accounts_for_is_a_bug() {
        job.given(REQUESTED, selected(1, 2, 70), complete(2))
                .when(finish(1, 1))
                .expectException(IllegalStateException.class)
                .expectNoEvents();
    }

    private static SelectRedeemCodes select(long after, int count, long through, boolean last) {
        return new SelectRedeemCodes(JOB, after, codes(count), through, last, NOW);
    }

    private static FinishChunk finish(int chunk, int changed, RefusalCount... refusals) {
        return new FinishChunk(JOB, chunk, changed, List.of(refusals), NOW);
    }

    private static List<RedeemCodeId> codes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> RedeemCodeId.of(ORDER, n))
                .toList();
    }

    private static BulkChangeEvent selected(int chunk, int count, long through) {
        return new BulkChangeEvent.Selected(
                "job",
                COMPANY.value(),
                chunk,
                codes(count).stream().map(RedeemCodeId::value).toList(),
                through,
                NOW);
    }

    private static BulkChangeEvent complete(int total) {
        return new BulkChangeEvent.SelectionCompleted("job", COMPANY.value(), total, NOW);
    }

    private static BulkChangeEvent done(int chunk, int changed, RefusalCount... refusals) {
        return new BulkChangeEvent.ChunkDone("job", COMPANY.value(), chunk, changed, List.of(refusals), NOW);
    }

    private static BulkChangeEvent finished() {
        return new BulkChangeEvent.Finished("job", COMPANY.value(), NOW);
    }
}
