package io.examledger.command.policy;

import static io.examledger.command.testing.EndFacts.orderExpired;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.command.testing.CommandSide;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenOrderExpiredExpireRedeemCodesTest {
    private final CommandSide commandSide = new CommandSide();
    private final InterruptibleCommands commands = new InterruptibleCommands(commandSide);
    private final RestartedPolicy policy = new RestartedPolicy(
            commandSide, new WhenOrderExpiredExpireRedeemCodes(commands, Clock.fixed(VALID_UNTIL, ZoneOffset.UTC)));

    @ParameterizedTest
    @CsvSource({"1, 1", "500, 1", "501, 2", "1200, 3"})
    @DisplayName("COD-9 all codes of an expired order end, in chunks")
    void the_chain_of_events_leads_to_all_codes(int quantity, int chunks) throws Exception {
        givenExpired(quantity);
        policy.run();
        assertThatEachCodeEndedOnce(quantity);
        assertThat(commands.sent(ExpireRedeemCodes.class)).hasSize(chunks);
    }

    @ParameterizedTest(name = "crash at command {0}, committed: {1}")
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    @DisplayName("COD-9 a crash before or after any commit ends every code once all the same")
    void a_crash_anywhere_changes_nothing(int command, boolean committed) throws Exception {
        givenExpired(1200);
        commands.crashAt(command, committed);
        assertThatThrownBy(policy::run).isInstanceOf(InterruptibleCommands.Crash.class);
        policy.run();
        assertThatEachCodeEndedOnce(1200);
        assertThat(commands.sent(ExpireRedeemCodes.class)).hasSize(4);
    }

    @Test
    @DisplayName("COD-9 any event repeated at any time changes nothing")
    void every_event_can_come_again() throws Exception {
        givenExpired(501);
        policy.run();
        List<Object> log = commandSide.log();
        for (EventMessage<?> message : commandSide.messages()) {
            policy.handle(message);
        }
        assertThat(commandSide.log()).isEqualTo(log);
    }

    private void givenExpired(int quantity) {
        List<Object> facts = new ArrayList<>(List.of(
                placed(ORDER, COMPANY, OrderKind.ENTERPRISE, quantity),
                purchased(ORDER, quantity),
                codesIssued(ORDER, 1, quantity, quantity)));
        IntStream.rangeClosed(1, quantity).forEach(n -> facts.add(issued(RedeemCodeId.of(ORDER, n), n)));
        facts.add(orderExpired(quantity, VALID_UNTIL));
        commandSide.given(facts);
    }

    private void assertThatEachCodeEndedOnce(int quantity) {
        assertThat(commandSide.log().stream()
                        .filter(RedeemCodeEvent.Expired.class::isInstance)
                        .map(RedeemCodeEvent.Expired.class::cast))
                .extracting(RedeemCodeEvent.Expired::redeemCodeId)
                .isEqualTo(IntStream.rangeClosed(1, quantity)
                        .mapToObj(n -> RedeemCodeId.of(ORDER, n).value())
                        .toList());
    }
}
