package io.examledger.command.redeemcode.bulk;

import static io.examledger.command.redeemcode.bulk.JobFacts.JOB;
import static io.examledger.command.redeemcode.bulk.JobFacts.REQUESTED;
import static io.examledger.command.redeemcode.bulk.JobFacts.chunkSelected;
import static io.examledger.command.redeemcode.bulk.JobFacts.complete;
import static io.examledger.command.redeemcode.bulk.JobFacts.finished;
import static io.examledger.command.redeemcode.bulk.JobFacts.select;
import static io.examledger.command.redeemcode.bulk.JobFacts.selected;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;

import io.examledger.command.redeemcode.bulk.BulkChangeHandler.BulkChangeRequested;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkSelectionTest {
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
        Scenario.given(REQUESTED)
                .when(select(0, 2, 70, false))
                .thenEvents(chunkSelected(1, 2, 70), selected(1, 2, 70))
                .thenAnswer(new Selection(70, false));
    }

    @Test
    void the_next_chunk_goes_on_after_the_one_before_and_may_be_the_last() {
        Scenario.given(REQUESTED, chunkSelected(1, 2, 70))
                .when(select(70, 1, 90, true))
                .thenEvents(chunkSelected(2, 1, 90), complete(3), selected(2, 1, 90))
                .thenAnswer(new Selection(90, true));
    }

    @Test
    void the_end_of_the_codes_may_show_only_after_the_last_chunk() {
        Scenario.given(REQUESTED, chunkSelected(1, 2, 70))
                .when(select(70, 0, 70, true))
                .thenEvents(complete(2))
                .thenAnswer(new Selection(70, true));
    }

    @Test
    void a_change_of_no_codes_is_finished_at_once() {
        Scenario.given(REQUESTED).when(select(0, 0, 0, true)).thenEvents(complete(0), finished());
    }

    @Test
    @DisplayName("COD-12 what was selected stays: a repeat with other codes is told how far the selection is")
    void a_repeated_selection_changes_nothing() {
        Scenario.given(REQUESTED, chunkSelected(1, 2, 70))
                .when(select(0, 5, 99, true))
                .thenEvents()
                .thenAnswer(new Selection(70, false));
    }

    @Test
    void nothing_is_selected_after_the_end() {
        Scenario.given(REQUESTED, complete(0), finished())
                .when(select(0, 5, 99, true))
                .thenEvents()
                .thenAnswer(new Selection(0, true));
    }

    @Test
    void a_selection_that_leaves_codes_out_is_a_bug() {
        Scenario.given(REQUESTED, chunkSelected(1, 2, 70))
                .when(select(71, 1, 90, false))
                .thenBug();
    }
}
