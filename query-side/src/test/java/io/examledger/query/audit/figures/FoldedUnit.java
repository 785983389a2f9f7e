package io.examledger.query.audit.figures;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What some events of one thing come to, by a fold of its own. */
final class FoldedUnit {
    private @Nullable RedeemCodeStatus code;
    private boolean registered;
    private String appointment = "";
    private @Nullable ExamOutcome recorded;
    private @Nullable ExamOutcome outcome;
    private @Nullable Money total;
    private OrderEvent.@Nullable Purchased purchased;
    private @Nullable Money refunded;

    private FoldedUnit() {}

    static FoldedUnit of(List<Object> events) {
        FoldedUnit unit = new FoldedUnit();
        events.forEach(unit::fold);
        return unit;
    }

    private void fold(Object event) {
        switch (event) {
            case RedeemCodeEvent.Issued e -> code = RedeemCodeStatus.UNUSED;
            case RedeemCodeEvent.Bound e -> code = RedeemCodeStatus.BOUND;
            case RedeemCodeEvent.Unbound e -> code = RedeemCodeStatus.UNUSED;
            case RedeemCodeEvent.Scheduled e -> code = RedeemCodeStatus.SCHEDULED;
            case RedeemCodeEvent.Unscheduled e -> code = e.status();
            case RedeemCodeEvent.Completed e -> code = RedeemCodeStatus.COMPLETED;
            case RedeemCodeEvent.Refunded e -> code = RedeemCodeStatus.REFUNDED;
            case RedeemCodeEvent.Expired e -> code = RedeemCodeStatus.EXPIRED;
            case CandidacyEvent.RegistrationOpened e -> registered = true;
            case AppointmentEvent.Scheduled e -> appointment = "scheduled";
            case SittingEvent.ExamBegun e -> appointment = "attended";
            case ExamDayEvent.Terminated e -> appointment = "attended";
            case ExamDayEvent.Missed e -> appointment = "missed";
            case ExamDayEvent.IdentityRejected e -> appointment = "rejected";
            case ExamResultEvent.Recorded e -> recorded = e.outcome();
            case ExamResultEvent.Corrected e -> {
                recorded = e.outcome();
                outcome = outcome == null ? null : e.outcome();
            }
            case ExamResultEvent.Released e -> outcome = e.outcome();
            case OrderEvent.Placed e -> total = e.total();
            case OrderEvent.Purchased e -> purchased = e;
            case OrderEvent.Refunded e -> refunded = e.amount();
            default -> {}
        }
    }

    /** How much it adds to the figure. */
    long countsFor(String figure, String id) {
        String field = figure.substring(figure.indexOf('.') + 1);
        return switch (field) {
            case "total" -> amount(total);
            case "paid" -> paid(Integer.parseInt(id.substring(id.indexOf('/') + 1)));
            case "refunded" -> figure.startsWith("order.") ? amount(refunded) : one(is(field));
            case "registrations" -> one(registered);
            case "passed" -> one(outcome == ExamOutcome.PASS);
            case "failed" -> one(outcome == ExamOutcome.FAIL);
            case "invalid" -> one(outcome == ExamOutcome.INVALID);
            case "awaiting" -> one(appointment.equals("attended") && outcome == null && recorded == null);
            case "purchased" -> one(code != null);
            case "used" -> one(is("bound") || is("scheduled") || is("completed"));
            case "attended", "missed", "rejected" -> one(appointment.equals(field));
            case "scheduled" -> one(figure.startsWith("redeemCodes.") ? is(field) : appointment.equals(field));
            default -> one(is(field));
        };
    }

    private boolean is(String status) {
        return code == RedeemCodeStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    private long paid(int part) {
        return purchased == null ? 0 : amount(purchased.parts().get(part - 1).amount());
    }

    private static long amount(@Nullable Money money) {
        return money == null ? 0 : money.amount();
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
