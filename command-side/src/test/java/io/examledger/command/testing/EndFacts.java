package io.examledger.command.testing;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens when the company's order ends. */
public final class EndFacts {
    private EndFacts() {}

    public static OrderEndEvent.Expired orderExpired(int quantity, Instant at) {
        return new OrderEndEvent.Expired(
                ORDER.value(), COMPANY.value(), OrderKind.ENTERPRISE, SUBJECT.value(), quantity, VALID_UNTIL, at);
    }

    public static OrderEndEvent.RedeemCodesExpired codesExpired(int from, int to, int quantity, Instant at) {
        return new OrderEndEvent.RedeemCodesExpired(ORDER.value(), COMPANY.value(), from, to, quantity, at);
    }

    /** An unused code. */
    public static RedeemCodeEvent.Expired expired(RedeemCodeId code, Instant at) {
        return new RedeemCodeEvent.Expired(
                code.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), RedeemCodeStatus.UNUSED, null, null, at);
    }

    /** A bound code. */
    public static RedeemCodeEvent.Expired expired(
            RedeemCodeId code, AccountId holder, String registration, Instant at) {
        return new RedeemCodeEvent.Expired(
                code.value(),
                ORDER.value(),
                COMPANY.value(),
                SUBJECT.value(),
                RedeemCodeStatus.BOUND,
                holder.value(),
                registration,
                at);
    }

    /** A code that is scheduled, or UNUSED and a refund's. */
    public static RedeemCodeEvent.OutlivedOrder outlived(RedeemCodeId code, RedeemCodeStatus status, Instant at) {
        return new RedeemCodeEvent.OutlivedOrder(
                code.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), status, at);
    }

    /** @param code null if the person bought the place, by an order of the same id */
    public static CandidacyEvent.RegistrationExpired registrationExpired(
            CandidacyId candidacy, String registration, @Nullable RedeemCodeId code, Instant at) {
        return new CandidacyEvent.RegistrationExpired(
                candidacy.toString(),
                candidacy.examinee().value(),
                candidacy.subject().value(),
                registration,
                (code == null ? candidacy.examinee() : COMPANY).value(),
                ORDER.value(),
                code == null ? null : code.value(),
                at);
    }

    public static OrderEndEvent.ReminderDue reminderDue(int quantity, int threshold, Instant at, Integer... skipped) {
        return new OrderEndEvent.ReminderDue(
                ORDER.value(),
                COMPANY.value(),
                OrderKind.ENTERPRISE,
                SUBJECT.value(),
                quantity,
                threshold,
                Arrays.asList(skipped),
                VALID_UNTIL,
                at,
                1);
    }

    public static OrderEndEvent.RemindersSkipped remindersSkipped(Instant at, Integer... thresholds) {
        return new OrderEndEvent.RemindersSkipped(
                ORDER.value(), COMPANY.value(), List.of(thresholds), VALID_UNTIL, at, 1);
    }
}
