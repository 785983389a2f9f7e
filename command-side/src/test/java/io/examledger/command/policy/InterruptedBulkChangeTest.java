package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.bound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever ends the process, and whatever comes again. */
class InterruptedBulkChangeTest {
    private final BulkChangeRun job = new BulkChangeRun();

    /** Of 501 codes: two selections, then start, 500 codes, finish, start, one code, finish, and a start of nothing. */
    @ParameterizedTest(name = "crash at command {0}, committed: {1}")
    @CsvSource({
        "1, false",
        "1, true",
        "2, false",
        "2, true",
        "3, true",
        "4, false",
        "4, true",
        "300, false",
        "300, true",
        "503, true",
        "504, false",
        "504, true",
        "505, true",
        "506, false",
        "506, true",
        "507, false",
        "507, true",
        "508, true"
    })
    @DisplayName("COD-4 after a crash anywhere each code has been changed once")
    void a_crash_anywhere_changes_nothing(int command, boolean committed) throws Exception {
        job.givenCodes(501, 3);
        job.request(BulkAction.REGENERATE, BulkChangeRun.ALL);
        job.commands.crashAt(command, committed);
        assertThatThrownBy(job::run).isInstanceOf(InterruptibleCommands.Crash.class);
        job.run();
        assertThat(job.happened(RedeemCodeEvent.Regenerated.class))
                .extracting(RedeemCodeEvent::redeemCodeId)
                .isEqualTo(BulkChangeRun.ids(501).subList(3, 501));
        job.assertFinished(501, 498, new RefusalCount("redeem-code.not-unused", 3));
    }

    @Test
    @DisplayName("COD-3 a code that is bound again after its turn stays bound, whatever event comes again")
    void every_event_can_come_again() throws Exception {
        job.givenCodes(2, 2);
        job.request(BulkAction.UNBIND, BulkChangeRun.BOUND);
        job.run();
        job.commandSide.given(List.of(bound(RedeemCodeId.of(ORDER, 1), BulkChangeRun.person(7), "again", NOW)));
        List<Object> log = job.commandSide.log();
        for (EventMessage<?> message : job.commandSide.messages()) {
            job.handle(message);
        }
        assertThat(job.commandSide.log()).isEqualTo(log);
    }
}
