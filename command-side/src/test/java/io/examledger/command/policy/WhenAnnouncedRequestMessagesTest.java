package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.message.request.RequestMessage;
import io.examledger.command.testing.CommandSide;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageParameter;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenAnnouncedRequestMessagesTest {
    private final CommandSide commandSide = new CommandSide();
    private final InterruptibleCommands commands = new InterruptibleCommands(commandSide);
    private final RestartedPolicy policy = restarted();

    private RestartedPolicy restarted() {
        return new RestartedPolicy(
                commandSide, new WhenAnnouncedRequestMessages(commands, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @BeforeEach
    void a_purchase_and_an_unbinding() {
        commandSide.given(List.of(
                placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3),
                purchased(ORDER, 3),
                new RedeemCodeEvent.Unbound(
                        CODE.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), ADA.value(), "r", NOW)));
    }

    @Test
    @DisplayName("ORD-6, COD-11b a purchase and an unbinding are announced by email")
    void what_is_announced_is_asked_for() throws Exception {
        List<? extends EventMessage<?>> causes = commandSide.messages();

        policy.run();

        String purchase = causes.get(1).getIdentifier();
        String unbinding = causes.get(2).getIdentifier();
        assertThat(requests())
                .containsExactly(
                        new MessageEvent.Requested(
                                purchase + "-email",
                                COMPANY.value(),
                                Channel.EMAIL,
                                "order.purchased",
                                List.of(
                                        new MessageParameter("orderId", ORDER.value()),
                                        new MessageParameter("quantity", "3"),
                                        new MessageParameter("subject", SUBJECT.value()),
                                        new MessageParameter("validUntil", VALID_UNTIL.toString())),
                                purchase,
                                NOW),
                        new MessageEvent.Requested(
                                unbinding + "-email",
                                ADA.value(),
                                Channel.EMAIL,
                                "redeem-code.unbound",
                                List.of(new MessageParameter("subject", SUBJECT.value())),
                                unbinding,
                                NOW));
    }

    @Test
    @DisplayName("ORD-6, COD-11b never on a replay: a policy that starts again at the beginning asks for nothing new")
    void a_replay_asks_for_nothing() throws Exception {
        policy.run();
        List<Object> log = commandSide.log();

        restarted().run();

        assertThat(commands.sent(RequestMessage.class)).hasSize(4);
        assertThat(commandSide.log()).isEqualTo(log);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("ORD-6, COD-11b a crash before or after the commit leads to one message for each cause")
    void a_crash_anywhere_changes_nothing(boolean committed) throws Exception {
        commands.crashAt(1, committed);
        assertThatThrownBy(policy::run).isInstanceOf(InterruptibleCommands.Crash.class);

        policy.run();

        assertThat(requests()).hasSize(2);
    }

    private List<Object> requests() {
        return commandSide.log().stream()
                .filter(MessageEvent.Requested.class::isInstance)
                .toList();
    }
}
