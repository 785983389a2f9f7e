package io.examledger.query.audit.explanation;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.money.Money;
import io.examledger.query.NotFound;
import io.examledger.query.attempts.AttemptStatus;
import io.examledger.query.audit.explanation.PolicyFigures.Changes;
import io.examledger.query.audit.summary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why an appointment stands as it does, what its changes cost, and what may be seen of its result. */
public final class ExplainAppointment {
    private final Histories histories;
    private final PolicyFigures figures;

    public ExplainAppointment(Histories histories, PolicyFigures figures) {
        this.histories = histories;
        this.figures = figures;
    }

    /** @throws NotFound if there is no such appointment */
    public Explanation of(String id, Instant now) {
        History appointment = histories.of(id);
        Fact<AppointmentEvent.Scheduled> made = appointment.last(AppointmentEvent.Scheduled.class);
        if (made == null) {
            throw new NotFound("appointment");
        }
        AppointmentState state = AppointmentState.of(appointment.all(AppointmentEvent.class), made, now);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(status(state));
        appointment.all(AppointmentEvent.Rescheduled.class).forEach(moved -> reasons.add(fee(moved)));
        appointment.all(AppointmentEvent.Cancelled.class).forEach(cancelled -> reasons.add(cancelFee(cancelled)));
        reasons.add(changeable(state, now));
        reasons.add(result(appointment, state, now));
        return new Explanation(id, now, reasons);
    }

    private static Reason status(AppointmentState state) {
        return state.missedByTime()
                ? Reason.of(
                        "status",
                        "APT-2",
                        "MISSED: nobody sat by %s. Time alone decided it: nobody has noted it yet."
                                .formatted(state.lastChance()),
                        state.decidedBy())
                : Reason.of("status", state.rule(), state.status() + ": " + state.why() + ".", state.decidedBy());
    }

    private static Reason fee(Fact<AppointmentEvent.Rescheduled> moved) {
        AppointmentEvent.Rescheduled e = moved.event();
        return fee(
                "Rescheduled",
                Duration.between(e.rescheduledAt(), e.previousStart()),
                e.fee(),
                e.policyVersion(),
                moved);
    }

    private static Reason cancelFee(Fact<AppointmentEvent.Cancelled> cancelled) {
        AppointmentEvent.Cancelled e = cancelled.event();
        return fee("Cancelled", Duration.between(e.cancelledAt(), e.start()), e.fee(), e.policyVersion(), cancelled);
    }

    private static Reason fee(String change, Duration before, @Nullable Money fee, int policy, Fact<?> decided) {
        String what = "%s %s before the start: %s, by version %d of the policy."
                .formatted(
                        change,
                        length(before),
                        fee == null ? "in time, nothing to pay" : "late, a fee of " + Words.money(fee),
                        policy);
        return Reason.of("fee", fee == null ? "APT-1" : "APT-4", what, decided)
                .with(fee == null ? Map.of() : Map.of("fee", fee));
    }

    private static String length(Duration span) {
        return "%d h %d min %d s".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }

    /** APT-1, APT-4. */
    private Reason changeable(AppointmentState state, Instant now) {
        String topic = "can-be-changed";
        if (state.status() != AttemptStatus.SCHEDULED) {
            return Reason.of(topic, "APT-1", "No: it is " + state.status() + ".", state.decidedBy());
        }
        Fact<AppointmentEvent> begun = state.begunBy();
        if (begun != null) {
            return Reason.of(topic, "APT-1", "No: the exam day has begun (APT-2).", begun);
        }
        Changes changes = figures.changes(state.mode());
        Instant limit = state.start().minus(changes.freeUntil());
        if (!now.isAfter(limit)) {
            return Reason.of(
                    topic,
                    "APT-1",
                    "Yes, free until %s, %d h before the start."
                            .formatted(limit, changes.freeUntil().toHours()),
                    state.decidedBy());
        }
        Money fee = changes.lateFee();
        return fee != null && now.isBefore(state.start())
                ? Reason.of(
                                topic,
                                "APT-1",
                                "Yes, for a late fee of %s: it was free until %s.".formatted(Words.money(fee), limit),
                                state.decidedBy())
                        .with(Map.of("fee", fee))
                : Reason.of(
                        topic,
                        "APT-1",
                        "No: it could be until %s.".formatted(fee == null ? limit : state.start()),
                        state.decidedBy());
    }

    /** Before its release not even staff are told what a result is (RES-1). */
    private static Reason result(History appointment, AppointmentState state, Instant now) {
        Fact<ExamResultEvent.Recorded> recorded = appointment.last(ExamResultEvent.Recorded.class);
        if (recorded == null) {
            return Reason.of(
                    "result",
                    "RES-1",
                    state.status() == AttemptStatus.ATTENDED ? "None has been entered yet." : "There is none.",
                    state.decidedBy());
        }
        Instant releaseAt = recorded.event().releaseAt();
        Fact<ExamResultEvent.Corrected> corrected = appointment.last(ExamResultEvent.Corrected.class);
        Fact<ExamResultEvent.Released> released = appointment.last(ExamResultEvent.Released.class);
        if (now.isBefore(releaseAt)) {
            return Reason.of(
                    "result",
                    "RES-1",
                    "Pending: it can be seen from %s on, three days after the exam's end.".formatted(releaseAt),
                    recorded,
                    corrected);
        }
        String outcome = (corrected == null
                        ? recorded.event().outcome()
                        : corrected.event().outcome())
                .name();
        return Reason.of(
                "result",
                corrected == null ? "RES-1" : "RES-4",
                "%s; it can be seen since %s.".formatted(outcome, releaseAt),
                recorded,
                corrected,
                released);
    }
}
