package io.examledger.command.order.refund;

import static io.examledger.command.testing.EndFacts.codesExpired;
import static io.examledger.command.testing.EndFacts.expired;
import static io.examledger.command.testing.EndFacts.orderExpired;
import static io.examledger.command.testing.EndFacts.outlived;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;

import io.examledger.command.order.expire.ExpireOrder;
import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An order's validity ends while its refund is held. */
class RefundAndExpiryTest {
    private static final RefundId REFUND = new RefundId("refund");
    private static final RedeemCodeId FROZEN = RedeemCodeId.of(ORDER, 1);
    private static final RedeemCodeId FREE = RedeemCodeId.of(ORDER, 2);
    private static final Instant LATER = VALID_UNTIL.plusSeconds(3600);

    @Test
    @DisplayName("COD-9 REF-2 a frozen code does not end with its order; one that is released afterwards ends then")
    void a_frozen_code_ends_when_it_is_released() {
        heldRefund()
                .when(new ExpireRedeemCodes(ORDER, 1, 2, VALID_UNTIL))
                .thenEvents(
                        codesExpired(1, 2, 2, VALID_UNTIL),
                        outlived(FROZEN, RedeemCodeStatus.UNUSED, VALID_UNTIL),
                        expired(FREE, VALID_UNTIL))
                .when(new RejectRefund(ORDER, "no", LATER))
                .when(new AdvanceRefund(REFUND, LATER))
                .thenEvents(
                        released(LATER),
                        expired(FROZEN, LATER),
                        new RefundEvent.CodesReleased(REFUND.value(), ORDER.value(), COMPANY.value(), 1, 1, LATER));
    }

    @Test
    @DisplayName("COD-9 REF-4 a release that was sent before the order's end and is handled after it ends the code")
    void a_belated_release_ends_the_code() {
        Instant inTime = VALID_UNTIL.minusNanos(1_000);
        heldRefund()
                .when(new ExpireRedeemCodes(ORDER, 1, 2, VALID_UNTIL))
                .when(new RejectRefund(ORDER, "no", inTime))
                .when(new AdvanceRefund(REFUND, inTime))
                .thenEvents(
                        released(inTime),
                        expired(FROZEN, inTime),
                        new RefundEvent.CodesReleased(REFUND.value(), ORDER.value(), COMPANY.value(), 1, 1, inTime));
    }

    @Test
    @DisplayName("COD-9 REF-4 a code that is released before its order ends is there until then")
    void a_code_that_is_released_in_time_ends_with_its_order() {
        Instant inTime = VALID_UNTIL.minusNanos(1_000);
        heldRefund()
                .when(new RejectRefund(ORDER, "no", inTime))
                .when(new AdvanceRefund(REFUND, inTime))
                .thenEvents(
                        released(inTime),
                        new RefundEvent.CodesReleased(REFUND.value(), ORDER.value(), COMPANY.value(), 1, 1, inTime))
                .when(new ExpireRedeemCodes(ORDER, 1, 2, VALID_UNTIL))
                .thenEvents(
                        codesExpired(1, 2, 2, VALID_UNTIL), expired(FROZEN, VALID_UNTIL), expired(FREE, VALID_UNTIL));
    }

    @Test
    @DisplayName(
            "REF-2 ORD-4 what was asked for in time is refunded, even if staff take longer than the order is valid")
    void a_frozen_code_is_refunded_late() {
        heldRefund()
                .when(new ExpireRedeemCodes(ORDER, 1, 2, VALID_UNTIL))
                .when(new ApproveRefund(ORDER, LATER))
                .when(new AdvanceRefund(REFUND, LATER))
                .thenEvents(
                        new RedeemCodeEvent.Refunded(
                                FROZEN.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), REFUND.value(), LATER),
                        new RefundEvent.CodesRefunded(REFUND.value(), ORDER.value(), COMPANY.value(), 1, 1, LATER));
    }

    @Test
    @DisplayName("ORD-4 REF-2 an order does not end while a refund that was asked for in time is freezing its codes")
    void an_order_waits_for_its_codes_to_be_frozen() {
        Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                        purchased(ORDER, 2),
                        codesIssued(ORDER, 1, 2, 2),
                        issued(FROZEN, 1),
                        issued(FREE, 2),
                        new OrderEvent.RefundRequested(ORDER.value(), COMPANY.value(), REFUND.value(), NOW),
                        requested())
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenBug()
                .when(new AdvanceRefund(REFUND, VALID_UNTIL))
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents(orderExpired(2, VALID_UNTIL));
    }

    private static RedeemCodeEvent.Released released(Instant at) {
        return new RedeemCodeEvent.Released(
                FROZEN.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), REFUND.value(), at);
    }

    /** One of two codes is frozen. */
    private static Scenario heldRefund() {
        return Scenario.given(
                placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 2),
                purchased(ORDER, 2),
                codesIssued(ORDER, 1, 2, 2),
                issued(FROZEN, 1),
                issued(FREE, 2),
                new OrderEvent.RefundRequested(ORDER.value(), COMPANY.value(), REFUND.value(), NOW),
                requested(),
                new RedeemCodeEvent.Frozen(
                        FROZEN.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), REFUND.value(), NOW),
                new RefundEvent.CodesFrozen(REFUND.value(), ORDER.value(), COMPANY.value(), 1, 1, NOW),
                orderExpired(2, VALID_UNTIL));
    }

    private static RefundEvent.Requested requested() {
        return new RefundEvent.Requested(
                REFUND.value(),
                ORDER.value(),
                COMPANY.value(),
                OrderKind.ENTERPRISE,
                SUBJECT.value(),
                PRICE,
                2,
                List.of(new PaidPart(PaymentMethod.CARD, PRICE.times(2), null)),
                1,
                List.of(FROZEN.value()),
                "rejected-before",
                1,
                NOW);
    }
}
