package io.examledger.command.redeemcode.bulk;

import static io.examledger.command.redeemcode.bulk.JobFacts.JOB;
import static io.examledger.command.redeemcode.bulk.JobFacts.REQUESTED;
import static io.examledger.command.redeemcode.bulk.JobFacts.chunkSelected;
import static io.examledger.command.redeemcode.bulk.JobFacts.codes;
import static io.examledger.command.redeemcode.bulk.JobFacts.complete;
import static io.examledger.command.redeemcode.bulk.JobFacts.done;
import static io.examledger.command.redeemcode.bulk.JobFacts.finish;
import static io.examledger.command.redeemcode.bulk.JobFacts.finished;
import static io.examledger.command.redeemcode.bulk.JobFacts.select;
import static io.examledger.command.redeemcode.bulk.JobFacts.selected;
import static io.examledger.command.testing.Facts.COMPANY;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkChunksTest {
    @Test
    @DisplayName("COD-12 a chunk's codes are a stream of their own, and are read when it is their turn")
    void a_change_is_worked_off_chunk_by_chunk() {
        Scenario.given(REQUESTED)
                .when(select(0, 2, 70, false))
                .when(select(70, 1, 90, true))
                .when(new StartChunk(JOB, 1))
                .thenEvents()
                .thenAnswer(new Work(BulkAction.UNBIND, COMPANY, codes(2)))
                .when(finish(1, 2))
                .thenEvents(done(1, 2))
                .when(new StartChunk(JOB, 2))
                .thenAnswer(new Work(BulkAction.UNBIND, COMPANY, codes(1)))
                .when(finish(2, 1))
                .thenEvents(done(2, 1), finished())
                .when(new StartChunk(JOB, 2))
                .thenAnswer(new Work(BulkAction.UNBIND, COMPANY, List.of()));
    }

    @Test
    @DisplayName(
            "COD-12 a job that an earlier version began goes on, with the codes among its own events and with later ones")
    void an_older_job_goes_on() {
        Scenario.given(REQUESTED, selected(1, 2, 70))
                .when(select(70, 1, 90, true))
                .thenEvents(chunkSelected(2, 1, 90), complete(3), selected(2, 1, 90))
                .when(new StartChunk(JOB, 1))
                .thenAnswer(new Work(BulkAction.UNBIND, COMPANY, codes(2)))
                .when(finish(1, 2))
                .when(new StartChunk(JOB, 2))
                .thenAnswer(new Work(BulkAction.UNBIND, COMPANY, codes(1)))
                .when(finish(2, 1))
                .thenEvents(done(2, 1), finished());
    }

    @Test
    void the_work_of_a_chunk_is_its_codes() {
        Scenario.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3), done(1, 2))
                .when(new StartChunk(JOB, 2))
                .thenEvents()
                .thenAnswer(new Work(BulkAction.UNBIND, COMPANY, codes(1)));
    }

    @Test
    void a_chunk_that_is_done_or_does_not_exist_is_no_work() {
        Work none = new Work(BulkAction.UNBIND, COMPANY, List.of());
        Scenario.given(REQUESTED, selected(1, 2, 70), complete(2), done(1, 2), finished())
                .when(new StartChunk(JOB, 1))
                .thenAnswer(none);
        Scenario.given(REQUESTED, selected(1, 2, 70), complete(2), done(1, 2), finished())
                .when(new StartChunk(JOB, 2))
                .thenAnswer(none);
    }

    @Test
    void no_chunk_starts_before_all_codes_are_selected() {
        Scenario.given(REQUESTED, selected(1, 2, 70))
                .when(new StartChunk(JOB, 1))
                .thenBug();
    }

    @Test
    void no_chunk_overtakes_another() {
        Scenario.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3))
                .when(new StartChunk(JOB, 2))
                .thenBug();
        Scenario.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3))
                .when(finish(2, 1))
                .thenBug();
    }

    @Test
    void a_chunk_is_done_when_each_of_its_codes_was_changed_or_refused() {
        Scenario.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3))
                .when(finish(1, 1, new RefusalCount("redeem-code.not-bound", 1)))
                .thenEvents(done(1, 1, new RefusalCount("redeem-code.not-bound", 1)))
                .thenAnswer(new Done());
    }

    @Test
    void the_last_chunk_finishes_the_change() {
        Scenario.given(REQUESTED, selected(1, 2, 70), selected(2, 1, 90), complete(3), done(1, 2))
                .when(finish(2, 1))
                .thenEvents(done(2, 1), finished());
    }

    @Test
    void a_chunk_that_is_done_again_counts_once() {
        Scenario.given(REQUESTED, selected(1, 2, 70), complete(2), done(1, 2), finished())
                .when(finish(1, 2))
                .thenEvents();
    }

    @Test
    void a_code_that_nobody_accounts_for_is_a_bug() {
        Scenario.given(REQUESTED, selected(1, 2, 70), complete(2))
                .when(finish(1, 1))
                .thenBug();
    }
}
