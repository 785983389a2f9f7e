package io.examledger.platform.model;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.kernel.voucher.VoucherEvent;
import io.examledger.platform.model.ExamThings.RegistrationState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the events say, thing by thing. */
final class Witness {
    final Map<String, Facts> facts = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final BoughtWitness bought = new BoughtWitness(this);
    private final Set<String> touched = new LinkedHashSet<>();

    /** @return the things of which it says something */
    Set<String> fold(Iterable<?> payloads) {
        touched.clear();
        for (Object payload : payloads) {
            switch (payload) {
                case AccountEvent.Registered e -> of("account " + e.accountId()).with("level", Verification.NONE);
                case AccountEvent.Verified e -> of("account " + e.accountId()).with("level", e.level());
                case AccountEvent e -> {}
                case SubjectEvent e -> fold(e);
                case VoucherEvent.Issued e -> of("voucher " + e.voucherId()).with("used", false);
                case VoucherEvent.Used e -> of("voucher " + e.voucherId()).with("used", true);
                case BalanceEvent e -> fold(e);
                case CandidacyEvent e -> fold(e);
                case AppointmentEvent e -> fold(e);
                case ExamResultEvent e -> fold(e);
                case ExamSessionEvent e -> fold(e);
                case RefundEvent e -> fold(e);
                default -> bought.fold(payload);
            }
        }
        return touched;
    }

    Facts of(String key) {
        touched.add(key);
        return facts.computeIfAbsent(key, unknown -> new Facts());
    }

    private void fold(SubjectEvent event) {
        Facts subject = of("subject " + event.subject());
        switch (event) {
            case SubjectEvent.Introduced e -> subject.with("price", e.price()).with("retired", false);
            case SubjectEvent.PriceChanged e -> subject.with("price", e.price());
            case SubjectEvent.Retired e -> subject.with("retired", true);
        }
    }

    /** Money by account and method, and by order and method. */
    private void fold(BalanceEvent event) {
        switch (event) {
            case BalanceEvent.Opened e -> {}
            case BalanceEvent.Debited e -> {
                of("spent " + e.account() + " " + e.method())
                        .add("amount", e.amount().amount());
                of("order " + e.orderId());
                bought.paid(e);
            }
            case BalanceEvent.Credited e -> {
                of("spent " + e.account() + " " + e.method())
                        .add("amount", -e.amount().amount());
                bought.returned(e);
            }
        }
    }

    Map<String, long[]> money() {
        return bought.money();
    }

    private void fold(CandidacyEvent event) {
        Facts registration = of("registration " + event.registrationId());
        switch (event) {
            case CandidacyEvent.RegistrationOpened e ->
                registration
                        .with("examinee", e.examinee())
                        .with("subject", e.subject())
                        .with("order", e.orderId())
                        .with("code", e.redeemCodeId())
                        .with("until", e.validUntil())
                        .with("state", RegistrationState.OPEN);
            case CandidacyEvent.RegistrationWithdrawn e -> registration.with("state", RegistrationState.WITHDRAWN);
            case CandidacyEvent.RegistrationExpired e -> registration.with("state", RegistrationState.EXPIRED);
            case CandidacyEvent.RegistrationOutlivedOrder e -> {}
            case CandidacyEvent.RegistrationRefunded e -> registration.with("state", RegistrationState.REFUNDED);
            case CandidacyEvent.RegistrationUsed e -> registration.with("state", RegistrationState.USED);
            case SittingEvent.ExamBegun e ->
                of("appointment " + e.appointmentId()).with("attended", true);
            case SittingEvent.AppointmentWithdrawn e ->
                of("appointment " + e.appointmentId()).with("attended", false);
            case SittingEvent.AppointmentMade e -> {}
            case SittingEvent.AppointmentMoved e -> {}
            case SittingEvent.SessionLaunched e -> {}
            case SittingEvent.AttemptJudged e -> {}
        }
    }

    private void fold(AppointmentEvent event) {
        Facts appointment = of("appointment " + event.appointmentId());
        switch (event) {
            case AppointmentEvent.Scheduled e ->
                appointment
                        .with("registration", e.registrationId())
                        .with("session", e.sessionId())
                        .with("start", e.start())
                        .with("checkedIn", false)
                        .with("launched", false)
                        .with("end", "")
                        .with("outcome", null)
                        .with("score", null)
                        .with("released", false)
                        .with("attended", false);
            case AppointmentEvent.Rescheduled e ->
                appointment.with("session", e.sessionId()).with("start", e.start());
            case AppointmentEvent.Cancelled e -> appointment.with("end", "cancelled");
            case ExamDayEvent.CheckedIn e -> appointment.with("checkedIn", true);
            case ExamDayEvent.IdentityRejected e ->
                appointment.with("end", "identity-rejected").with("attended", false);
            case ExamDayEvent.Launched e -> appointment.with("launched", true);
            case ExamDayEvent.Missed e -> appointment.with("end", "missed");
            case ExamDayEvent.Terminated e -> appointment.with("end", "terminated");
            case ExamDayEvent.Interrupted e -> appointment.with("end", e.contentExposed() ? "" : "interrupted");
        }
    }

    private void fold(ExamResultEvent event) {
        Facts appointment = of("appointment " + event.appointmentId());
        switch (event) {
            case ExamResultEvent.Recorded e ->
                appointment.with("outcome", e.outcome()).with("score", e.score());
            case ExamResultEvent.Corrected e ->
                appointment.with("outcome", e.outcome()).with("score", e.score());
            case ExamResultEvent.Released e -> appointment.with("released", true);
        }
    }

    private void fold(ExamSessionEvent event) {
        Set<String> now = taken.computeIfAbsent(event.sessionId(), id -> new HashSet<>());
        Facts session = of("session " + event.sessionId());
        switch (event) {
            case ExamSessionEvent.Opened e -> session.with("seats", e.seats());
            case ExamSessionEvent.OnlineOpened e -> session.with("seats", e.seats());
            case ExamSessionEvent.SeatTaken e -> require(now.add(e.appointmentId()), e);
            case ExamSessionEvent.SeatGivenBack e -> require(now.remove(e.appointmentId()), e);
        }
        require(now.size() <= session.number("seats"), event);
        session.with("taken", Set.copyOf(now));
    }

    private static void require(boolean holds, Object event) {
        if (!holds) {
            throw new Disagreement("seats never negative or oversold: " + event);
        }
    }

    private void fold(RefundEvent event) {
        Facts refund = of("refund " + event.refundId());
        switch (event) {
            case RefundEvent.Requested e ->
                refund.with("order", e.orderId())
                        .with("back", null)
                        .with("over", false)
                        .with("approved", false)
                        .with("rejected", false);
            case RefundEvent.Calculated e ->
                refund.with("back", e.parts().stream().map(PaymentPart::amount).toList());
            case RefundEvent.Approved e -> refund.with("approved", true);
            case RefundEvent.Rejected e -> refund.with("rejected", true);
            case RefundEvent.Settled e -> refund.with("over", true);
            case RefundEvent.Dropped e -> refund.with("over", true);
            case RefundEvent.CodesFrozen e -> {}
            case RefundEvent.CodesReleased e -> {}
            case RefundEvent.CodesRefunded e -> {}
            case RefundEvent.PartReturned e -> {}
        }
    }
}
