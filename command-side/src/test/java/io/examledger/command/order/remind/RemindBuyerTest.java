package io.examledger.command.order.remind;

import static io.examledger.command.testing.EndFacts.orderExpired;
import static io.examledger.command.testing.EndFacts.reminderDue;
import static io.examledger.command.testing.EndFacts.remindersSkipped;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.testing.EndFacts;
import io.examledger.command.testing.IndividualOrder;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemindBuyerTest {
    private static final ReminderPolicy POLICY = ReminderPolicy.in(ZoneOffset.UTC);
    private static final Instant AT_90 = Instant.parse("2026-10-12T09:30:00Z");
    private static final Instant AT_60 = Instant.parse("2026-11-11T09:30:00Z");
    private static final Instant AT_30 = Instant.parse("2026-12-11T09:30:00Z");
    private static final Instant AT_15 = Instant.parse("2026-12-26T09:30:00Z");

    @Test
    @DisplayName("ORD-5 each threshold reminds once, however often its deadline comes")
    void each_threshold_reminds_once() {
        company()
                .when(remind(90, 2, AT_90))
                .thenEvents(reminderDue(3, 90, AT_90))
                .when(remind(90, 2, AT_90.plusSeconds(5)))
                .thenEvents()
                .when(remind(60, 2, AT_60))
                .thenEvents(reminderDue(3, 60, AT_60))
                .when(remind(30, 2, AT_30))
                .thenEvents(reminderDue(3, 30, AT_30))
                .when(remind(15, 2, AT_15))
                .thenEvents(reminderDue(3, 15, AT_15))
                .when(remind(90, 2, AT_15))
                .thenEvents();
    }

    @Test
    @DisplayName("ORD-5 after an outage only the nearest threshold is sent; a microsecond before, it is the one before")
    void after_an_outage_the_nearest_is_sent() {
        company().when(remind(90, 2, AT_30)).thenEvents(reminderDue(3, 30, AT_30, 90, 60));
        company()
                .when(remind(90, 2, AT_30.minusNanos(1_000)))
                .thenEvents(reminderDue(3, 60, AT_30.minusNanos(1_000), 90))
                .when(remind(60, 2, AT_30.minusNanos(1_000)))
                .thenEvents()
                .when(remind(30, 2, AT_30))
                .thenEvents(reminderDue(3, 30, AT_30));
    }

    @Test
    @DisplayName("ORD-5 nobody is reminded when no unused code is left, and later again when there is one")
    void nothing_left_to_lose() {
        company()
                .when(remind(90, 0, AT_90))
                .thenEvents(remindersSkipped(AT_90, 90))
                .when(remind(60, 1, AT_60))
                .thenEvents(reminderDue(3, 60, AT_60));
    }

    @Test
    @DisplayName("ORD-5 REF-4 while a refund is pending the buyer is reminded of its codes: it may be rejected")
    void a_pending_refund_may_be_rejected() {
        company(new OrderEvent.RefundRequested(ORDER.value(), COMPANY.value(), "refund", AT_90))
                .when(remind(90, 3, AT_90))
                .thenEvents(reminderDue(3, 90, AT_90));
    }

    @Test
    @DisplayName("ORD-5 an outage until the end of the order skips what was left; nobody is reminded of what is gone")
    void after_the_end_nobody_is_reminded() {
        company()
                .when(remind(90, 2, VALID_UNTIL.minusNanos(1_000)))
                .thenEvents(reminderDue(3, 15, VALID_UNTIL.minusNanos(1_000), 90, 60, 30));
        company().when(remind(90, 2, VALID_UNTIL)).thenEvents(remindersSkipped(VALID_UNTIL, 90, 60, 30, 15));
        company(orderExpired(3, VALID_UNTIL)).when(remind(90, 2, VALID_UNTIL)).thenEvents();
    }

    @Test
    @DisplayName("ORD-5 an individual is reminded of the place they bought, while its registration is open")
    void an_individual_is_reminded() {
        Scenario.given(IndividualOrder.bought())
                .when(remind(90, 0, AT_90))
                .thenEvents(new OrderEndEvent.ReminderDue(
                        ORDER.value(),
                        ADA.value(),
                        OrderKind.INDIVIDUAL,
                        SUBJECT.value(),
                        1,
                        90,
                        List.of(),
                        VALID_UNTIL,
                        AT_90,
                        1));
        Scenario.given(
                        IndividualOrder.bought(),
                        EndFacts.registrationExpired(ADAS_CANDIDACY, IndividualOrder.REGISTRATION, null, AT_60))
                .when(remind(60, 0, AT_60))
                .thenEvents(new OrderEndEvent.RemindersSkipped(
                        ORDER.value(), ADA.value(), List.of(90, 60), VALID_UNTIL, AT_60, 1));
    }

    @Test
    @DisplayName("ORD-5 a payment sets a deadline for each threshold, and the end of the order lifts them")
    void a_payment_sets_the_deadlines() {
        OrderReminders rule = new OrderReminders(POLICY, order -> 7);
        assertThat(rule.after(purchased(ORDER, 3)))
                .containsExactly(
                        new DeadlineChange.Set("order/90", AT_90),
                        new DeadlineChange.Set("order/60", AT_60),
                        new DeadlineChange.Set("order/30", AT_30),
                        new DeadlineChange.Set("order/15", AT_15));
        assertThat(rule.after(orderExpired(3, VALID_UNTIL))).hasSize(4).contains(new DeadlineChange.Lift("order/15"));
        assertThat(rule.after(reminderDue(3, 90, AT_90))).isEmpty();
        assertThat(rule.command("order/60", AT_60)).isEqualTo(new RemindBuyer(ORDER, 60, 7, AT_60));
    }

    private static RemindBuyer remind(int threshold, long unused, Instant at) {
        return new RemindBuyer(ORDER, threshold, unused, at);
    }

    private static Scenario company(Object... more) {
        return Scenario.given(
                placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3),
                purchased(ORDER, 3),
                codesIssued(ORDER, 1, 3, 3),
                more);
    }
}
