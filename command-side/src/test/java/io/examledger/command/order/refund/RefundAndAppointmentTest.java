package io.examledger.command.order.refund;

import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.named;
import static io.examledger.command.testing.ExamFacts.offered;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;

import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.order.refund.RequestRefundHandler.RefundRequested;
import io.examledger.command.testing.IndividualOrder;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an appointment means for the refund of the order behind it. */
class RefundAndAppointmentTest {
    private static final RefundId REFUND = new RefundId("refund");

    @Test
    @DisplayName("REF-1 the first appointment ends the refund window, cancelled or not")
    void a_scheduled_order_is_not_refunded() {
        RequestRefund refund = new RequestRefund(REFUND, ORDER, ADA, List.of(), NOW);
        Scenario.given(named(ADA, "Ada", "Lovelace"), offered(), IndividualOrder.bought())
                .when(online(START, NOW))
                .when(refund)
                .thenRefused("candidacy.ever-scheduled")
                .when(new CancelAppointment(APPOINTMENT, ADA, NOW))
                .when(refund)
                .thenRefused("candidacy.ever-scheduled");
    }

    @Test
    @DisplayName("REF-1 nothing can be scheduled on what is being refunded, and it is not refunded twice")
    void a_refunded_registration_is_not_scheduled() {
        Scenario.given(named(ADA, "Ada", "Lovelace"), offered(), IndividualOrder.bought())
                .when(new RequestRefund(REFUND, ORDER, ADA, List.of(), NOW))
                .thenAnswer(new RefundRequested(REFUND.value()))
                .when(online(START, NOW))
                .thenRefused("candidacy.no-open-registration");
    }

    @Test
    @DisplayName("COD-8 REF-2 a scheduled code is used: a refund leaves it, and takes the unused one beside it")
    void a_scheduled_code_stays() {
        RedeemCodeId unused = RedeemCodeId.of(ORDER, 2);
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                        purchased(ORDER, 2),
                        codesIssued(ORDER, 1, 2, 2),
                        adaIsRegistered(),
                        issued(unused, 2))
                .when(online(START, NOW))
                .when(new RequestRefund(REFUND, ORDER, COMPANY, List.of(CODE), NOW))
                .thenRefused("redeem-code.not-unused")
                .when(new RequestRefund(REFUND, ORDER, COMPANY, List.of(), NOW))
                .when(new AdvanceRefund(REFUND, NOW))
                .thenEvents(
                        new RedeemCodeEvent.Frozen(
                                unused.value(), ORDER.value(), COMPANY.value(), "PR000002", REFUND.value(), NOW),
                        new RefundEvent.CodesFrozen(REFUND.value(), ORDER.value(), COMPANY.value(), 2, 1, NOW));
    }
}
