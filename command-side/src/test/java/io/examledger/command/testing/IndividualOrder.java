package io.examledger.command.testing;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import java.util.List;

/** A place that Ada bought for herself. */
public final class IndividualOrder {
    public static final String REGISTRATION = "registration";

    private IndividualOrder() {}

    /** Placed, paid, and the registration opened. */
    public static Object[] bought() {
        return new Object[] {
            Facts.placed(ORDER, ADA, OrderKind.INDIVIDUAL, 1),
            new OrderEvent.Purchased(
                    ORDER.value(),
                    ADA.value(),
                    OrderKind.INDIVIDUAL,
                    SUBJECT.value(),
                    1,
                    List.of(Facts.card(PRICE.amount())),
                    PAID_AT,
                    VALID_UNTIL,
                    1),
            new CandidacyEvent.RegistrationOpened(
                    ADAS_CANDIDACY.toString(),
                    ADA.value(),
                    SUBJECT.value(),
                    REGISTRATION,
                    ADA.value(),
                    ORDER.value(),
                    null,
                    VALID_UNTIL,
                    PAID_AT)
        };
    }
}
