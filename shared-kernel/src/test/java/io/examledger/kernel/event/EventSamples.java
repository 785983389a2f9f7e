package io.examledger.kernel.event;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageParameter;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.kernel.voucher.VoucherEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One instance of each event with every field filled: a company buys ten places, and one is bound and taken back. */
final class EventSamples {
    private static final String COMPANY = "0198a3c0-5b1e-7c44-9d2a-3f6e8b0c1d2e";
    private static final String BRANCH = "0198a3c1-02f7-7a10-8e5b-6a7b8c9d0e1f";
    private static final String EXAMINEE = "0198a3c2-77d0-7e31-b4c6-1a2b3c4d5e6f";
    private static final String ORDER = "0198a3c9-4e90-7b52-a1f3-9c8b7a6d5e4f";
    private static final String CODE = ORDER + "-0000007";
    private static final String REGISTRATION = "0198a3d4-c0de-7f63-8a9b-0f1e2d3c4b5a";
    private static final String BULK_CHANGE = "0198a3e1-9f04-7d88-b3c2-5e6f7a8b9c0d";
    private static final String VOUCHER = "0198a3bf-31aa-7d6c-9e4f-2b3c4d5e6f7a";
    private static final String PAYMENT = "0198a3c9-7a1b-7c2d-9e3f-4a5b6c7d8e9f";
    private static final String REFUND = "0198a3f2-6d15-7e9b-8c3d-4e5f6a7b8c9d";
    private static final String BALANCE = COMPANY + ":BALANCE:USD";
    private static final String UNBINDING = "0198a3e2-0b1c-7a2d-9e3f-4c5d6e7f8091";
    private static final String MESSAGE = UNBINDING + "-email";
    private static final String SUBJECT = "PR000002";
    private static final String CANDIDACY = EXAMINEE + ":" + SUBJECT;

    private static final String DIGEST = "f3q0Zc2mY1sV8xKpJt6uWb4nLr9eHaGdQo7iCz5TkXE";
    private static final String SEALED = "AXk2bB8vT0mQ4sYd1pRzKc7LwJh9uNfGaEo3iVtX6qZ5rMbP0yUeWk8D";
    private static final String NEW_DIGEST = "kB7vR2xN9wQ4tL1mZ6cJ0sYp8dHfGuEa3oViTqX5rWk";
    private static final String NEW_SEALED = "AXk2bBqP7hLx3cVn9sTd5wRy1kMz8fJg0uBaEo6iHtQ2vXrW4eNpYmKc";

    private static final Instant PAID = Instant.parse("2025-03-01T09:30:15.250Z");
    private static final Instant VALID_UNTIL = Instant.parse("2026-03-01T09:30:15.250Z");
    private static final Instant LATER = Instant.parse("2025-04-17T14:05:59.123456Z");

    private static final Instant EXPIRED = Instant.parse("2026-03-01T09:30:15.251Z");

    private EventSamples() {}

    static List<Object> all() {
        return Stream.of(purchases(), ExamSamples.all())
                .<Object>flatMap(List::stream)
                .toList();
    }

    private static List<Object> purchases() {
        return List.of(
                new AccountEvent.Registered(
                        BRANCH,
                        AccountKind.SUB,
                        COMPANY,
                        "AWpF3nS0cXq8Zr1uLk6TbYd9vMhE2wJ7gQo5iRtKxPzN4sVaUeBf",
                        "AWpF3nR7mKd2vXs9qTzLb4cYw1hJ8uNfGaEo6iVtQ0pZ5rMxBkUe",
                        "AWpF3nK5tHx1bVn8sQd3wRy7cMz0fJg9uLaEo4iPtZ6vXrW2eBqY",
                        Instant.parse("2025-02-26T08:00:00Z")),
                new AccountEvent.Verified(COMPANY, Verification.CORPORATE, Instant.parse("2025-02-27T10:15:30Z")),
                new AccountEvent.Identified(
                        "ada", IdentityDocumentType.PASSPORT, Instant.parse("2025-02-27T10:15:30Z")),
                new SubjectEvent.Introduced(
                        SUBJECT,
                        "Solutions Architect Associate",
                        Category.CAREER,
                        "cloud computing",
                        Level.ASSOCIATE,
                        new Money(150_00, "USD"),
                        90,
                        List.of(DeliveryMode.TEST_CENTER, DeliveryMode.ONLINE_PROCTORED),
                        ExamType.THEORY,
                        Instant.parse("2025-01-02T00:00:00Z")),
                new SubjectEvent.PriceChanged(SUBJECT, new Money(165_00, "USD"), LATER),
                new SubjectEvent.Retired(SUBJECT, Instant.parse("2027-01-01T00:00:00Z")),
                new OrderEvent.Placed(
                        ORDER,
                        COMPANY,
                        OrderKind.ENTERPRISE,
                        SUBJECT,
                        10,
                        new Money(150_00, "USD"),
                        new Money(1500_00, "USD"),
                        "2025-01",
                        Instant.parse("2025-03-01T09:28:00Z")),
                new OrderEvent.Purchased(
                        ORDER,
                        COMPANY,
                        OrderKind.ENTERPRISE,
                        SUBJECT,
                        10,
                        List.of(
                                new PaymentPart(PaymentMethod.BALANCE, new Money(500_00, "USD")),
                                new PaymentPart(PaymentMethod.CARD, new Money(1000_00, "USD"))),
                        PAID,
                        VALID_UNTIL,
                        1),
                new OrderEvent.RedeemCodesIssued(ORDER, COMPANY, 1, 10, 10, Instant.parse("2025-03-01T09:30:16Z")),
                new OrderEndEvent.Expired(ORDER, COMPANY, OrderKind.ENTERPRISE, SUBJECT, 10, VALID_UNTIL, EXPIRED),
                new OrderEndEvent.RedeemCodesExpired(ORDER, COMPANY, 1, 10, 10, EXPIRED),
                new OrderEndEvent.ReminderDue(
                        ORDER,
                        COMPANY,
                        OrderKind.ENTERPRISE,
                        SUBJECT,
                        10,
                        30,
                        List.of(90, 60),
                        VALID_UNTIL,
                        Instant.parse("2026-01-30T09:30:15.250001Z"),
                        1),
                new OrderEndEvent.RemindersSkipped(
                        ORDER, COMPANY, List.of(90, 60), VALID_UNTIL, Instant.parse("2025-12-31T09:30:16Z"), 1),
                new RedeemCodeEvent.Issued(
                        CODE,
                        ORDER,
                        COMPANY,
                        SUBJECT,
                        DIGEST,
                        SEALED,
                        VALID_UNTIL,
                        Instant.parse("2025-03-01T09:30:16Z")),
                new RedeemCodeEvent.Bound(
                        CODE,
                        ORDER,
                        COMPANY,
                        SUBJECT,
                        EXAMINEE,
                        REGISTRATION,
                        Instant.parse("2025-03-05T16:20:00.000001Z")),
                new RedeemCodeEvent.Unbound(CODE, ORDER, COMPANY, SUBJECT, EXAMINEE, REGISTRATION, LATER),
                new RedeemCodeEvent.Regenerated(
                        CODE, ORDER, COMPANY, SUBJECT, NEW_DIGEST, NEW_SEALED, DIGEST, SEALED, LATER),
                new RedeemCodeEvent.Expired(
                        CODE, ORDER, COMPANY, SUBJECT, RedeemCodeStatus.BOUND, EXAMINEE, REGISTRATION, EXPIRED),
                new RedeemCodeEvent.OutlivedOrder(CODE, ORDER, COMPANY, SUBJECT, RedeemCodeStatus.SCHEDULED, EXPIRED),
                new CandidacyEvent.RegistrationOutlivedOrder(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, EXAMINEE, ORDER, EXPIRED),
                new CandidacyEvent.RegistrationOpened(
                        CANDIDACY,
                        EXAMINEE,
                        SUBJECT,
                        REGISTRATION,
                        COMPANY,
                        ORDER,
                        CODE,
                        VALID_UNTIL,
                        Instant.parse("2025-03-05T16:20:00.000001Z")),
                new CandidacyEvent.RegistrationWithdrawn(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, CODE, LATER),
                new CandidacyEvent.RegistrationRefunded(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, EXAMINEE, ORDER, LATER),
                new CandidacyEvent.RegistrationExpired(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, ORDER, CODE, EXPIRED),
                new BulkChangeEvent.Requested(
                        BULK_CHANGE,
                        COMPANY,
                        BulkAction.UNBIND,
                        DIGEST,
                        SUBJECT,
                        ORDER,
                        RedeemCodeStatus.BOUND,
                        EXAMINEE,
                        LATER),
                new BulkChangeEvent.Selected(BULK_CHANGE, COMPANY, 1, List.of(CODE, ORDER + "-0000009"), 4711, LATER),
                new BulkChangeEvent.ChunkSelected(BULK_CHANGE, COMPANY, 1, 2, 4711, LATER),
                new BulkChangeEvent.SelectionCompleted(BULK_CHANGE, COMPANY, 2, LATER),
                new BulkChangeEvent.ChunkDone(
                        BULK_CHANGE, COMPANY, 1, 1, List.of(new RefusalCount("redeem-code.not-bound", 1)), LATER),
                new BulkChangeEvent.Finished(BULK_CHANGE, COMPANY, LATER),
                new VoucherEvent.Issued(
                        VOUCHER,
                        20,
                        List.of(SUBJECT),
                        Instant.parse("2025-02-01T00:00:00Z"),
                        Instant.parse("2025-05-01T00:00:00Z"),
                        DIGEST,
                        SEALED,
                        Instant.parse("2025-01-30T11:00:00Z")),
                new VoucherEvent.Used(
                        VOUCHER,
                        ORDER,
                        COMPANY,
                        SUBJECT,
                        new Money(300_00, "USD"),
                        Instant.parse("2025-03-01T09:28:00Z")),
                new OrderEvent.PaymentStarted(
                        ORDER,
                        COMPANY,
                        PAYMENT,
                        List.of(new PaymentPart(PaymentMethod.CARD, new Money(1000_00, "USD"))),
                        PAID),
                new OrderEvent.PaymentCaptured(ORDER, COMPANY, PAYMENT, 1, "2GG279541U471931P", PAID),
                new OrderEvent.PaymentFailed(ORDER, COMPANY, PAYMENT, "payment.declined", PAID),
                new OrderEvent.RefundRequested(ORDER, COMPANY, REFUND, LATER),
                new OrderEvent.RefundDropped(ORDER, COMPANY, REFUND, true, LATER),
                new OrderEvent.Refunded(ORDER, COMPANY, REFUND, 4, 10, new Money(400_00, "USD"), LATER),
                new RedeemCodeEvent.Frozen(CODE, ORDER, COMPANY, SUBJECT, REFUND, LATER),
                new RedeemCodeEvent.Released(CODE, ORDER, COMPANY, SUBJECT, REFUND, LATER),
                new RedeemCodeEvent.Refunded(CODE, ORDER, COMPANY, SUBJECT, REFUND, LATER),
                new BalanceEvent.Opened(BALANCE, COMPANY, PaymentMethod.BALANCE, new Money(10_000_00, "USD"), 1, PAID),
                new BalanceEvent.Debited(
                        BALANCE, COMPANY, PaymentMethod.BALANCE, ORDER, new Money(500_00, "USD"), PAID),
                new BalanceEvent.Credited(
                        BALANCE, COMPANY, PaymentMethod.BALANCE, ORDER, REFUND, new Money(133_33, "USD"), LATER),
                new RefundEvent.Requested(
                        REFUND,
                        ORDER,
                        COMPANY,
                        OrderKind.ENTERPRISE,
                        SUBJECT,
                        new Money(150_00, "USD"),
                        10,
                        List.of(new PaidPart(PaymentMethod.CARD, new Money(1000_00, "USD"), "2GG279541U471931P")),
                        2,
                        List.of(CODE, ORDER + "-0000009"),
                        "large-amount",
                        1,
                        LATER),
                new RefundEvent.CodesFrozen(REFUND, ORDER, COMPANY, 10, 4, LATER),
                new RefundEvent.Approved(REFUND, ORDER, COMPANY, LATER),
                new RefundEvent.Rejected(REFUND, ORDER, COMPANY, "The codes were sold on.", LATER),
                new RefundEvent.CodesReleased(REFUND, ORDER, COMPANY, 10, 4, LATER),
                new RefundEvent.CodesRefunded(REFUND, ORDER, COMPANY, 10, 4, LATER),
                new RefundEvent.Calculated(
                        REFUND,
                        ORDER,
                        COMPANY,
                        4,
                        new Money(400_00, "USD"),
                        new Money(200_00, "USD"),
                        List.of(
                                new PaymentPart(PaymentMethod.BALANCE, new Money(133_33, "USD")),
                                new PaymentPart(PaymentMethod.CARD, new Money(266_67, "USD"))),
                        LATER),
                new RefundEvent.PartReturned(
                        REFUND,
                        ORDER,
                        COMPANY,
                        2,
                        PaymentMethod.CARD,
                        new Money(266_67, "USD"),
                        "1JU08902781691411",
                        LATER),
                new RefundEvent.Settled(REFUND, ORDER, COMPANY, 4, new Money(400_00, "USD"), LATER),
                new RefundEvent.Dropped(REFUND, ORDER, COMPANY, LATER),
                new AccountEvent.LanguageChosen(COMPANY, Language.ZH, Instant.parse("2025-02-26T08:00:00Z")),
                new MessageEvent.Requested(
                        MESSAGE,
                        EXAMINEE,
                        Channel.EMAIL,
                        "redeem-code.unbound",
                        List.of(new MessageParameter("subject", SUBJECT)),
                        UNBINDING,
                        LATER),
                new MessageEvent.AttemptStarted(
                        MESSAGE,
                        EXAMINEE,
                        1,
                        "smtp",
                        Guarantee.AT_MOST_ONCE,
                        Instant.parse("2025-04-17T14:11:00Z"),
                        Instant.parse("2025-04-17T14:06:00Z")),
                new MessageEvent.AttemptFailed(
                        MESSAGE,
                        EXAMINEE,
                        1,
                        "smtp-421",
                        Instant.parse("2025-04-17T14:06:31Z"),
                        Instant.parse("2025-04-17T14:06:01Z")),
                new MessageEvent.Sent(MESSAGE, EXAMINEE, 2, Instant.parse("2025-04-17T14:06:32Z")),
                new MessageEvent.Logged(MESSAGE, EXAMINEE, 1, Instant.parse("2025-04-17T14:06:01Z")),
                new MessageEvent.LeftInDoubt(MESSAGE, EXAMINEE, 1, "no-answer", Instant.parse("2025-04-17T14:11:00Z")),
                new MessageEvent.GivenUp(MESSAGE, EXAMINEE, 16, "smtp-421", Instant.parse("2025-04-19T02:30:00Z")),
                new PersonalDataEvent.Read(
                        "0198a3f7-2a3b-7c4d-8e5f-6a7b8c9d0e1f",
                        "auditor-7",
                        List.of(COMPANY, EXAMINEE),
                        "GET /api/redeem-codes",
                        "case-2025-117",
                        LATER));
    }
}
