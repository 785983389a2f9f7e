package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.company;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.RequestBulkChange;
import io.examledger.command.testing.CommandSide;
import io.examledger.command.testing.PlainVault;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;

/** A company's codes, a bulk change of them, and the policy that carries it out. */
final class BulkChangeRun {
    static final CodeFilter ALL = new CodeFilter(null, null, null, null, null);
    static final CodeFilter BOUND = new CodeFilter(null, null, null, RedeemCodeStatus.BOUND, null);
    private static final String JOB = "job";

    final CommandSide commandSide = new CommandSide();
    final InterruptibleCommands commands = new InterruptibleCommands(commandSide);
    final CodesInLog codes = new CodesInLog(commandSide);
    private final RestartedPolicy policy = policyAt(NOW);

    private RestartedPolicy policyAt(Instant now) {
        PlainVault vault = new PlainVault(100_000);
        return new RestartedPolicy(
                commandSide,
                new WhenBulkChangeRequestedChangeRedeemCodes(commands, codes, vault, Clock.fixed(now, ZoneOffset.UTC)));
    }

    void run() throws Exception {
        policy.run();
    }

    /** From the beginning of the log, at another time than {@code NOW}. */
    void runAt(Instant now) throws Exception {
        policyAt(now).run();
    }

    void handle(EventMessage<?> message) throws Exception {
        policy.handle(message);
    }

    /** The first codes are bound, each by a person of their own. */
    void givenCodes(int quantity, int bound) {
        List<Object> facts = new ArrayList<>(Arrays.asList(company(COMPANY)));
        for (int n = 1; n <= quantity; n++) {
            RedeemCodeId code = RedeemCodeId.of(ORDER, n);
            facts.add(issued(code, n));
            if (n <= bound) {
                facts.add(bound(code, person(n), "registration-" + n, PAID_AT));
                facts.add(opened(new CandidacyId(person(n), SUBJECT), "registration-" + n, code, PAID_AT));
            }
        }
        commandSide.given(facts);
    }

    static AccountId person(int number) {
        return new AccountId("person-" + number);
    }

    void request(BulkAction action, CodeFilter filter) {
        commandSide.send(new RequestBulkChange(new BulkChangeId(JOB), COMPANY, action, filter, NOW));
    }

    <E> List<E> happened(Class<E> type) {
        return commandSide.log().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static List<String> ids(int quantity) {
        return IntStream.rangeClosed(1, quantity)
                .mapToObj(n -> RedeemCodeId.of(ORDER, n).value())
                .toList();
    }

    void assertFinished(int total, int changed, RefusalCount... refusals) {
        assertThat(happened(BulkChangeEvent.SelectionCompleted.class))
                .containsExactly(new BulkChangeEvent.SelectionCompleted(JOB, COMPANY.value(), total, NOW));
        List<BulkChangeEvent.ChunkDone> chunks = happened(BulkChangeEvent.ChunkDone.class);
        assertThat(chunks)
                .extracting(BulkChangeEvent.ChunkDone::chunk)
                .isEqualTo(IntStream.rangeClosed(1, (total + 499) / 500).boxed().toList());
        assertThat(chunks.stream().mapToInt(BulkChangeEvent.ChunkDone::changed).sum())
                .isEqualTo(changed);
        assertThat(chunks.stream().map(BulkChangeEvent.ChunkDone::refusals).flatMap(List::stream))
                .containsExactly(refusals);
        assertThat(happened(BulkChangeEvent.Finished.class))
                .containsExactly(new BulkChangeEvent.Finished(JOB, COMPANY.value(), NOW));
    }
}
