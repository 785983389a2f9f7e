package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.testing.CommandSide;
import io.examledger.command.testing.PlainVault;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenOrderPurchasedIssueRedeemCodesTest {
    private final CommandSide commandSide = new CommandSide();
    private final InterruptibleCommands commands = new InterruptibleCommands(commandSide);
    private final PlainVault vault = new PlainVault();
    private final RestartedPolicy policy = new RestartedPolicy(
            commandSide, new WhenOrderPurchasedIssueRedeemCodes(commands, vault, Clock.fixed(NOW, ZoneOffset.UTC)));

    @ParameterizedTest(name = "of {0} codes, after {1}: {2} to {3}")
    @CsvSource({
        "1, 0, 1, 1",
        "999, 0, 1, 999",
        "1000, 0, 1, 1000",
        "1001, 0, 1, 1000",
        "1001, 1000, 1001, 1001",
        "2500, 0, 1, 1000",
        "2500, 1000, 1001, 2000",
        "2500, 2000, 2001, 2500"
    })
    @DisplayName("ORD-7 the codes of a paid order are issued in chunks, each after the one before")
    void an_event_leads_to_the_next_chunk(int quantity, int issued, int from, int to) throws Exception {
        givenPaid(quantity);
        for (int chunk = 1; chunk <= issued; chunk += 1000) {
            commandSide.send(command(chunk, Math.min(chunk + 999, issued)));
        }
        policy.handle(latest());
        assertThat(commands.sent(IssueRedeemCodes.class)).singleElement().satisfies(sent -> {
            assertThat(sent.orderId()).isEqualTo(ORDER);
            assertThat(sent.from()).isEqualTo(from);
            assertThat(sent.to()).isEqualTo(to);
            assertThat(sent.at()).isEqualTo(NOW);
        });
        assertThat(commandSide.log())
                .contains(new OrderEvent.RedeemCodesIssued(ORDER.value(), COMPANY.value(), from, to, quantity, NOW));
    }

    @Test
    @DisplayName("ORD-7 the last chunk is the end")
    void nothing_follows_the_last_chunk() throws Exception {
        policy.handle(GenericEventMessage.asEventMessage(codesIssued(ORDER, 2001, 2500, 2500)));
        assertThat(commands.sent(IssueRedeemCodes.class)).isEmpty();
    }

    @Test
    @DisplayName("ORD-7 an individual order has no codes")
    void an_individual_order_issues_none() throws Exception {
        policy.handle(GenericEventMessage.asEventMessage(new OrderEvent.Purchased(
                ORDER.value(),
                ADA.value(),
                OrderKind.INDIVIDUAL,
                SUBJECT.value(),
                1,
                List.of(card(15_000)),
                PAID_AT,
                VALID_UNTIL,
                1)));
        assertThat(commands.sent(IssueRedeemCodes.class)).isEmpty();
    }

    @Test
    @DisplayName("COD-10 each code has a string of its own, sealed for its own id")
    void every_string_belongs_to_one_code() throws Exception {
        givenPaid(3);
        policy.handle(latest());
        IssueRedeemCodes sent = commands.sent(IssueRedeemCodes.class).getFirst();
        assertThat(sent.codes())
                .isEqualTo(IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> PlainVault.fresh(n, RedeemCodeId.of(ORDER, n)))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "2500, 3"})
    @DisplayName("ORD-7 payment leads to exactly N codes")
    void the_chain_of_events_leads_to_all_codes(int quantity, int chunks) throws Exception {
        givenPaid(quantity);
        policy.run();
        assertThatEachCodeIsIssuedOnce(quantity);
        assertThat(commands.sent(IssueRedeemCodes.class)).hasSize(chunks);
    }

    @ParameterizedTest(name = "crash at command {0}, committed: {1}")
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    @DisplayName("ORD-7 a crash before or after any commit leads to exactly N codes all the same")
    void a_crash_anywhere_changes_nothing(int command, boolean committed) throws Exception {
        givenPaid(2500);
        commands.crashAt(command, committed);
        assertThatThrownBy(policy::run).isInstanceOf(InterruptibleCommands.Crash.class);
        policy.run();
        assertThatEachCodeIsIssuedOnce(2500);
        assertThat(commands.sent(IssueRedeemCodes.class)).hasSize(4);
    }

    @Test
    @DisplayName("ORD-7 any event repeated at any time changes nothing")
    void every_event_can_come_again() throws Exception {
        givenPaid(1001);
        policy.run();
        List<Object> log = commandSide.log();
        int claims = commandSide.claims().size();
        for (EventMessage<?> message : commandSide.messages()) {
            policy.handle(message);
        }
        assertThat(commands.sent(IssueRedeemCodes.class)).hasSize(4);
        assertThat(commandSide.log()).isEqualTo(log);
        assertThat(commandSide.claims().size()).isEqualTo(claims);
    }

    private void givenPaid(int quantity) {
        commandSide.given(List.of(placed(ORDER, COMPANY, OrderKind.ENTERPRISE, quantity), purchased(ORDER, quantity)));
    }

    private IssueRedeemCodes command(int from, int to) {
        List<NewCodeString> codes = IntStream.rangeClosed(from, to)
                .mapToObj(n -> NewCodeString.of(vault.generate(), RedeemCodeId.of(ORDER, n), vault))
                .toList();
        return new IssueRedeemCodes(ORDER, from, codes, PAID_AT);
    }

    private EventMessage<?> latest() {
        return commandSide.messages().stream()
                .filter(message -> message.getPayload() instanceof OrderEvent)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void assertThatEachCodeIsIssuedOnce(int quantity) {
        List<RedeemCodeEvent.Issued> codes = commandSide.log().stream()
                .filter(RedeemCodeEvent.Issued.class::isInstance)
                .map(RedeemCodeEvent.Issued.class::cast)
                .toList();
        assertThat(codes)
                .extracting(RedeemCodeEvent.Issued::redeemCodeId)
                .isEqualTo(IntStream.rangeClosed(1, quantity)
                        .mapToObj(n -> RedeemCodeId.of(ORDER, n).value())
                        .toList());
        assertThat(codes).extracting(RedeemCodeEvent.Issued::digest).doesNotHaveDuplicates();
        assertThat(commandSide.claims().size()).isEqualTo(quantity);
    }
}
