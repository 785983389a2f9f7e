package io.examledger.platform.model;

import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** APT-1: changes of appointments, until when, and for which fee. */
final class ChangeRules {
    private static final Money LATE_FEE = new Money(25_00, "USD");
    private final World world;
    private final Starts starts;

    ChangeRules(World world) {
        this.world = world;
        this.starts = new Starts(world);
    }

    Verdict cancel(CancelAppointment c) {
        Sitting sitting = world.sittings.get(c.appointmentId().value());
        if (sitting == null) {
            return new Verdict().unless(false, "not-found");
        }
        return changeable(sitting, c.examinee().value(), c.at())
                .unless(world.isPresent(sitting.registration), "candidacy.registration-ended")
                .then(() -> {
                    sitting.end = "cancelled";
                    free(sitting, c.at());
                    sitting.session.taken.remove(sitting.id);
                })
                .answers(new AppointmentChanged(sitting.start, fee(sitting, c.at())));
    }

    private Verdict changeable(Sitting sitting, String examinee, Instant at) {
        boolean site = sitting.mode == DeliveryMode.TEST_CENTER;
        Instant limit = site ? sitting.start.minus(world.figures.siteChange()) : sitting.start.minusNanos(1_000);
        return new Verdict()
                .unless(sitting.registration.examinee.equals(examinee), "not-found")
                .unless(sitting.end.isEmpty(), "appointment.over")
                .unless(!world.isMissed(sitting, at), "appointment.missed")
                .unless(!sitting.checkedIn && !sitting.launched, "appointment.begun")
                .unless(!at.isAfter(limit), "appointment.too-late-to-change");
    }

    /** APT-1: online, after the limit and until the start, for a fee. */
    private @Nullable Money fee(Sitting sitting, Instant at) {
        boolean late = at.isAfter(sitting.start.minus(world.figures.onlineChange()));
        return sitting.mode == DeliveryMode.ONLINE_PROCTORED && late ? LATE_FEE : null;
    }

    /** COD-6: back to what can be scheduled, or past the order's validity to nothing. */
    static void free(Sitting sitting, Instant at) {
        Registration registration = sitting.registration;
        boolean valid = registration.order.isValid(at) && !registration.hasOutlivedOrder();
        registration.live = null;
        if (!valid) {
            registration.state = RegistrationState.EXPIRED;
        }
        if (registration.code != null) {
            registration.code.status = valid ? RedeemCodeStatus.BOUND : RedeemCodeStatus.EXPIRED;
        }
    }

    Verdict reschedule(RescheduleAppointment c) {
        Sitting sitting = world.sittings.get(c.appointmentId().value());
        if (sitting == null) {
            return new Verdict().unless(false, "not-found");
        }
        Verdict verdict = changeable(sitting, c.examinee().value(), c.at());
        Place place = sitting.mode == DeliveryMode.TEST_CENTER
                ? new Place.AtSite(new ExamSessionId(String.valueOf(c.sessionId())))
                : new Place.Online(c.start() == null ? sitting.start : c.start());
        Session to = starts.session(place);
        if (to == null) {
            return verdict.unless(false, "exam-session.unknown");
        }
        Instant start = Starts.start(place, to);
        Money fee = fee(sitting, c.at());
        verdict.unless(world.isPresent(sitting.registration), "candidacy.registration-ended");
        verdict.unless(!to.id.equals(sitting.session.id) || !start.equals(sitting.start), "appointment.unchanged");
        starts.requireStart(verdict, sitting.registration, start, c.at());
        Starts.requireSeat(verdict, to, sitting.registration.order.subject, to.taken.contains(sitting.id));
        return verdict.then(() -> {
                    sitting.session.taken.remove(sitting.id);
                    sitting.session = to;
                    sitting.start = start;
                    starts.take(to, sitting);
                })
                .answers(new AppointmentChanged(start, fee));
    }
}
