package io.examledger.command.redeemcode;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;

import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundEvent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A code that a held refund has frozen. */
class FrozenCodeTest {
    private final Scenario order = Scenario.given(
            person(ADA),
            placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1),
            purchased(ORDER, 1),
            codesIssued(ORDER, 1, 1, 1),
            issued(CODE, 1),
            new OrderEvent.RefundRequested(ORDER.value(), COMPANY.value(), "refund", NOW),
            new RefundEvent.Requested(
                    "refund",
                    ORDER.value(),
                    COMPANY.value(),
                    OrderKind.ENTERPRISE,
                    SUBJECT.value(),
                    PRICE,
                    1,
                    List.of(),
                    1,
                    List.of(),
                    "large-amount",
                    1,
                    NOW),
            new RedeemCodeEvent.Frozen(CODE.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), "refund", NOW),
            new RefundEvent.CodesFrozen("refund", ORDER.value(), COMPANY.value(), 1, 1, NOW));

    @Test
    @DisplayName("REF-2 REF-5 COD-11 a frozen code is refused to people like any that is of no use to them")
    void a_frozen_code_cannot_be_bound() {
        String digest = new PlainVault().digest(PlainVault.codeString(1));
        order.when(new BindRedeemCode(CODE, digest, SUBJECT, ADA, "registration", NOW))
                .thenRefused(RedeemCode.NOT_USABLE);
    }
}
