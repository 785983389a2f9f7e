package io.examledger.command.policy;

import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.Refused;
import io.examledger.command.order.refund.ApproveRefund;
import io.examledger.command.order.refund.RefundPolicy;
import io.examledger.command.order.refund.RejectRefund;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCode;
import io.examledger.command.testing.PlainVault;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundEvent;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenRefundRequestedReturnMoneyTest {
    private static final RefundPolicy HOLD_ALL = new RefundPolicy(7, 0);

    @ParameterizedTest(name = "{0} codes, {1} of them bound")
    @CsvSource({"1, 0", "10, 6", "499, 0", "500, 1", "501, 0", "1001, 1"})
    @DisplayName("REF-2 REF-3 COD-8 every unused code is refunded, and its share of the payment goes back")
    void unused_codes_are_refunded(int quantity, int bound) throws Exception {
        RefundRun refund = new RefundRun();
        refund.givenOrder(quantity, bound);
        refund.request(RefundRun.REFUND);
        refund.run();
        refund.assertRefunded(quantity - bound, quantity);
    }

    @Test
    @DisplayName("REF-3 the money goes back by payment method in the proportion it was paid")
    void parts_go_back_in_proportion() throws Exception {
        RefundRun refund = new RefundRun();
        refund.givenOrder(10, 7);
        refund.request(RefundRun.REFUND);
        refund.run();
        assertThat(refund.happened(BalanceEvent.Credited.class))
                .extracting(BalanceEvent.Credited::amount)
                .containsExactly(usd(30_00), usd(420_00));
    }

    @Test
    @DisplayName("REF-5 a code that was bound after the request is left, and the amount is that of the others")
    void a_code_that_was_bound_meanwhile_is_left() throws Exception {
        RefundRun refund = new RefundRun();
        refund.givenOrder(3, 0);
        refund.request(RefundRun.REFUND);
        refund.bind(2);
        refund.run();
        refund.assertRefunded(2, 3);
        assertThat(refund.happened(RedeemCodeEvent.Refunded.class))
                .extracting(RedeemCodeEvent::redeemCodeId)
                .doesNotContain(RedeemCodeId.of(ORDER, 2).value());
    }

    @Test
    @DisplayName("REF-2 if all were bound meanwhile nothing goes back, and the one refund is not used up")
    void nothing_left_uses_nothing_up() throws Exception {
        RefundRun refund = new RefundRun();
        refund.givenOrder(2, 1);
        refund.request("first");
        refund.bind(2);
        refund.run();
        assertThat(refund.happened(OrderEvent.RefundDropped.class))
                .containsExactly(new OrderEvent.RefundDropped(ORDER.value(), COMPANY.value(), "first", false, NOW));
        assertThat(refund.happened(BalanceEvent.Credited.class)).isEmpty();
        assertThatThrownBy(() -> refund.request("second"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("refund.nothing-unused"));
    }

    @Test
    @DisplayName("REF-4 REF-2 a held request freezes its codes, and goes on when it is approved")
    void a_held_request_waits_for_approval() throws Exception {
        RefundRun refund = new RefundRun(HOLD_ALL);
        refund.givenOrder(2, 0);
        refund.request(RefundRun.REFUND);
        refund.run();
        assertThat(refund.happened(RefundEvent.Requested.class))
                .extracting(RefundEvent.Requested::heldFor, RefundEvent.Requested::policyVersion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("large-amount", 7));
        assertThat(refund.happened(RedeemCodeEvent.Frozen.class)).hasSize(2);
        assertThat(refund.happened(RedeemCodeEvent.Refunded.class)).isEmpty();
        assertThatThrownBy(() -> refund.commandSide.send(new RegenerateRedeemCode(
                        CODE, COMPANY, PlainVault.codeString(99), PlainVault.fresh(99, CODE), NOW)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("redeem-code.frozen"));
        refund.commandSide.send(new ApproveRefund(ORDER, NOW));
        refund.commandSide.send(new ApproveRefund(ORDER, NOW));
        refund.run();
        refund.assertRefunded(2, 2);
        assertThatThrownBy(() -> refund.commandSide.send(new RejectRefund(ORDER, "too late", NOW)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("order.no-refund-pending"));
    }

    @Test
    @DisplayName(
            "REF-4 a rejected request gives the codes free and does not use up the one refund; the next one is held")
    void a_rejected_request_can_be_followed_by_another() throws Exception {
        RefundRun refund = new RefundRun(new RefundPolicy(1, 449_99));
        refund.givenOrder(3, 0);
        refund.request("first");
        refund.run();
        refund.commandSide.send(new RejectRefund(ORDER, "The codes were sold on.", NOW));
        refund.run();
        assertThat(refund.happened(RedeemCodeEvent.Released.class)).hasSize(3);
        assertThat(refund.happened(OrderEvent.RefundDropped.class))
                .containsExactly(new OrderEvent.RefundDropped(ORDER.value(), COMPANY.value(), "first", true, NOW));
        refund.bind(1);
        refund.request(RefundRun.REFUND);
        assertThat(refund.happened(RefundEvent.Requested.class))
                .last()
                .satisfies(request -> assertThat(request.heldFor()).isEqualTo("rejected-before"));
        refund.run();
        refund.commandSide.send(new ApproveRefund(ORDER, NOW));
        refund.run();
        refund.assertRefunded(2, 3);
    }

    @Test
    @DisplayName("REF-4 a request that is not held can neither be approved nor rejected")
    void only_held_requests_are_decided() {
        RefundRun refund = new RefundRun();
        refund.givenOrder(1, 0);
        refund.request(RefundRun.REFUND);
        for (Object decision : List.of(new ApproveRefund(ORDER, NOW), new RejectRefund(ORDER, "no", NOW))) {
            assertThatThrownBy(() -> refund.commandSide.send(decision))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo("refund.not-held"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    @DisplayName("REF-2 REF-5 a crash before or after any commit refunds each code once, and every cent once")
    void a_crash_anywhere_changes_nothing(int command) throws Exception {
        for (boolean committed : List.of(false, true)) {
            RefundRun refund = new RefundRun();
            refund.givenOrder(700, 1);
            refund.request(RefundRun.REFUND);
            refund.commands.crashAt(command, committed);
            assertThatThrownBy(refund::run).isInstanceOf(InterruptibleCommands.Crash.class);
            refund.run();
            refund.assertRefunded(699, 700);
        }
    }

    @Test
    @DisplayName("REF-2 any event repeated at any time changes nothing")
    void every_event_can_come_again() throws Exception {
        RefundRun refund = new RefundRun();
        refund.givenOrder(501, 1);
        refund.request(RefundRun.REFUND);
        refund.run();
        List<Object> log = refund.commandSide.log();
        for (EventMessage<?> message : refund.commandSide.messages()) {
            refund.handle(message);
        }
        assertThat(refund.commandSide.log()).isEqualTo(log);
    }
}
