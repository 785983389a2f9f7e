package io.examledger.command.redeemcode;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.redeemcode.RedeemCode.Origin;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;

/** What an appointment does to the code behind it (COD-5 to COD-7). */
public final class CodeUse {
    private final CodeStanding standing;
    private final Origin origin;

    CodeUse(CodeStanding standing) {
        this.standing = standing;
        this.origin = standing.origin();
    }

    /** COD-5. The validity is the registration's, which the candidacy has checked; it is checked here once more (ORD-4). */
    public void schedule(AccountId examinee, String registrationId, AppointmentId appointment, Instant at) {
        standing.requireValid(at);
        standing.require(RedeemCodeStatus.BOUND, "redeem-code.not-bound", "Only a bound code can be scheduled (COD-5)");
        Registration carried = standing.registration();
        if (!carried.equals(new Registration(examinee.value(), origin.subject(), registrationId))) {
            throw new IllegalStateException(
                    "registration " + registrationId + " is not the one of code " + standing.id());
        }
        apply(new RedeemCodeEvent.Scheduled(
                standing.id(),
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                carried.holder(),
                registrationId,
                appointment.value(),
                at));
    }

    /**
     * COD-6: past the order's validity the code is expired.
     *
     * @return whether it is, and the registration ends with it
     */
    public boolean unschedule(AppointmentId appointment, Instant at) {
        Registration freed = requireScheduled("Only a scheduled code can be freed (COD-6)");
        boolean ends = standing.isPastValidity(at);
        apply(new RedeemCodeEvent.Unscheduled(
                standing.id(),
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                freed.holder(),
                freed.registrationId(),
                appointment.value(),
                ends ? RedeemCodeStatus.EXPIRED : RedeemCodeStatus.BOUND,
                at));
        return ends;
    }

    /** COD-7. */
    public void complete(AppointmentId appointment, Instant at) {
        Registration used = requireScheduled("Only a scheduled code is completed (COD-7)");
        apply(new RedeemCodeEvent.Completed(
                standing.id(),
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                used.holder(),
                used.registrationId(),
                appointment.value(),
                at));
    }

    private Registration requireScheduled(String rule) {
        standing.require(RedeemCodeStatus.SCHEDULED, "redeem-code.not-scheduled", rule);
        return standing.registration();
    }
}
