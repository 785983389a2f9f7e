package io.examledger.command.appointment;

import io.examledger.command.Refusals;
import io.examledger.command.examsession.Seat;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a delivery mode (APT-1 to APT-4). Exactly at a limit is still in time. The fee's amount is an example. Until when
 * somebody late may be let in at a test center the rule book leaves to the staff; after as long as online it is a no-show.
 *
 * @param version stands on the events that the policy decided
 * @param freeUntil how long before the start an appointment can be changed for nothing
 * @param lateFee what a change costs after that; null if it is refused
 * @param showUpBefore how long before the start the examinee can show up
 * @param showUpAfter how long after the start they still can; then it is a no-show
 * @param documents how many different identity documents are needed, one of them a government photo ID
 */
public record DeliveryPolicy(
        int version,
        DeliveryMode mode,
        Duration freeUntil,
        @Nullable Money lateFee,
        Duration showUpBefore,
        Duration showUpAfter,
        int documents) {
    private static final DeliveryPolicy TEST_CENTER = new DeliveryPolicy(
            1, DeliveryMode.TEST_CENTER, Duration.ofDays(3), null, Duration.ofMinutes(30), Duration.ofMinutes(20), 1);
    private static final DeliveryPolicy ONLINE_PROCTORED = new DeliveryPolicy(
            1,
            DeliveryMode.ONLINE_PROCTORED,
            Duration.ofDays(1),
            new Money(25_00, "USD"),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            2);

    /** The policy in force. */
    public static DeliveryPolicy of(DeliveryMode mode) {
        return switch (mode) {
            case TEST_CENTER -> TEST_CENTER;
            case ONLINE_PROCTORED -> ONLINE_PROCTORED;
        };
    }

    /** When the examinee can show up and when the exam ends. */
    public Slot slot(Seat seat, Duration length) {
        Instant start = seat.start();
        return new Slot(
                seat.sessionId(),
                seat.siteId(),
                start,
                start.plus(length),
                start.minus(showUpBefore),
                start.plus(showUpAfter));
    }

    /**
     * APT-1.
     *
     * @return what a change costs now; null if nothing
     */
    @Nullable
    Money feeForChange(Instant start, Instant at) {
        Instant limit = start.minus(freeUntil);
        if (!at.isAfter(limit)) {
            return null;
        }
        if (lateFee == null) {
            throw Refusals.conflict(
                    "appointment.too-late-to-change",
                    "Until %s you could have rescheduled or cancelled, %d hours before the start (APT-1)."
                            .formatted(limit, freeUntil.toHours()));
        }
        if (!at.isBefore(start)) {
            throw Refusals.conflict(
                    "appointment.too-late-to-change",
                    "Until the start at %s you could have rescheduled or cancelled, for a fee after %s (APT-1)."
                            .formatted(start, limit));
        }
        return lateFee;
    }
}
