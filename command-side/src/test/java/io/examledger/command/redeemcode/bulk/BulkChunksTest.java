package io.examledger.command.redeemcode.bulk;

import static io.examledger.command.redeemcode.bulk.JobFacts.JOB;
import static io.examledger.command.redeemcode.bulk.JobFacts.REQUESTED;
import static io.examledger.command.redeemcode.bulk.JobFacts.codes;
import static io.examledger.command.redeemcode.bulk.JobFacts.complete;
import static io.examledger.command.redeemcode.bulk.JobFacts.done;
import static io.examledger.command.redeemcode.bulk.JobFacts.finish;
import static io.examledger.command.redeemcode.bulk.JobFacts.finished;
import static io.examledger.command.redeemcode.bulk.JobFacts.selected;
import static io.examledger.command.testing.Facts.COMPANY;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class BulkChunksTest {
    private final AggregateTestFixture<BulkChange> job = new AggregateTestFixture<>(BulkChange.class);

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
}
