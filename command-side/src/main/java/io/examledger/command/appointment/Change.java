package io.examledger.command.appointment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the examinee may change about an appointment before the exam day (APT-1). */
public final class Change {
    private final Booking booking;
    private final Slot slot;
    private final Progress progress;

    Change(Booking booking, Slot slot, Progress progress) {
        this.booking = booking;
        this.slot = slot;
        this.progress = progress;
    }

    /**
     * What moving or cancelling it costs now (APT-1).
     *
     * @return null if nothing
     */
    public @Nullable Money requireChangeable(AccountId examinee, Instant at) {
        booking.requireExaminee(examinee);
        progress.requireLive(slot, at);
        if (progress.checkedIn() || progress.launched()) {
            throw Refusals.conflict(
                    "appointment.begun",
                    "The exam day has begun: it cannot be rescheduled or cancelled any more (APT-1).");
        }
        return DeliveryPolicy.of(booking.deliveryMode()).feeForChange(slot.start(), at);
    }

    /** @return what it costs; null if nothing */
    public @Nullable Money reschedule(AccountId examinee, Slot to, Instant at) {
        Money fee = requireChangeable(examinee, at);
        if (to.sessionId().equals(slot.sessionId()) && to.start().equals(slot.start())) {
            throw Refusals.conflict("appointment.unchanged", "The appointment is at this time already.");
        }
        apply(BookedEvents.rescheduled(booking, slot, to, fee, at));
        return fee;
    }

    /** @return what it costs; null if nothing */
    public @Nullable Money cancel(AccountId examinee, Instant at) {
        Money fee = requireChangeable(examinee, at);
        apply(BookedEvents.cancelled(booking, slot, fee, at));
        return fee;
    }
}
