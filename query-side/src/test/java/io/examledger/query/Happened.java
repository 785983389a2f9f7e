package io.examledger.query;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectEvent;
import java.time.Instant;
import java.util.List;

/** Events as they would be in a log: what a test does not care about is filled in. */
public final class Happened {
    public static final Instant T0 = Instant.parse("2026-01-10T09:00:00Z");
    public static final Instant END = Instant.parse("2027-01-10T09:00:00Z");
    public static final Money PRICE = new Money(15000, "USD");
    private static final FakeVaults VAULT = new FakeVaults();

    private Happened() {}

    public static SubjectEvent.Introduced introduced(String subject) {
        return new SubjectEvent.Introduced(
                subject,
                "Title of " + subject,
                Category.CAREER,
                "Cloud",
                Level.ASSOCIATE,
                PRICE,
                90,
                List.of(DeliveryMode.TEST_CENTER, DeliveryMode.ONLINE_PROCTORED),
                ExamType.THEORY,
                T0);
    }

    public static SubjectEvent.PriceChanged price(String subject, long amount) {
        return new SubjectEvent.PriceChanged(subject, new Money(amount, "USD"), T0);
    }

    public static AccountEvent.Registered registered(String account, String name) {
        return new AccountEvent.Registered(
                account, AccountKind.ROOT, null, "sealed:" + account + ":" + name, "sealed", null, T0);
    }

    public static AccountEvent.Verified verified(String account, Verification level) {
        return new AccountEvent.Verified(account, level, T0);
    }

    public static OrderEvent.Placed placed(String order, String buyer, String subject, int quantity) {
        return new OrderEvent.Placed(
                order, buyer, OrderKind.ENTERPRISE, subject, quantity, PRICE, PRICE.times(quantity), "1", T0);
    }

    public static OrderEvent.Purchased purchased(String order, String buyer, String subject, int quantity) {
        return new OrderEvent.Purchased(
                order,
                buyer,
                OrderKind.ENTERPRISE,
                subject,
                quantity,
                List.of(
                        new PaymentPart(PaymentMethod.BALANCE, new Money(5000, "USD")),
                        new PaymentPart(
                                PaymentMethod.CARD,
                                new Money(PRICE.times(quantity).amount() - 5000, "USD"))),
                T0,
                END,
                1);
    }

    public static String code(String order, int number) {
        return RedeemCodeId.of(new OrderId(order), number).value();
    }

    /** The n-th code string that tests know. */
    public static CodeString string(int number) {
        byte[] random = new byte[CodeString.RANDOM_CHARACTERS];
        random[0] = (byte) number;
        random[1] = (byte) (number / 32);
        random[2] = (byte) (number / 1024);
        return CodeString.ofRandom(random);
    }

    public static RedeemCodeEvent.Issued issued(String order, int number, String owner, String subject) {
        String id = code(order, number);
        return new RedeemCodeEvent.Issued(
                id,
                order,
                owner,
                subject,
                VAULT.digest(string(number)),
                VAULT.seal(string(number), new RedeemCodeId(id)),
                END,
                T0);
    }

    public static RedeemCodeEvent.Bound bound(RedeemCodeEvent.Issued code, String holder) {
        return new RedeemCodeEvent.Bound(
                code.redeemCodeId(), code.orderId(), code.owner(), code.subject(), holder, "r-" + holder, T0);
    }

    public static RedeemCodeEvent.Unbound unbound(RedeemCodeEvent.Issued code, String holder) {
        return new RedeemCodeEvent.Unbound(
                code.redeemCodeId(), code.orderId(), code.owner(), code.subject(), holder, "r-" + holder, T0);
    }

    /** @param number of the new string */
    public static RedeemCodeEvent.Regenerated regenerated(RedeemCodeEvent.Issued code, int number) {
        return new RedeemCodeEvent.Regenerated(
                code.redeemCodeId(),
                code.orderId(),
                code.owner(),
                code.subject(),
                VAULT.digest(string(number)),
                VAULT.seal(string(number), new RedeemCodeId(code.redeemCodeId())),
                code.digest(),
                code.sealed(),
                T0);
    }

    public static CandidacyEvent.RegistrationOpened opened(RedeemCodeEvent.Issued code, String examinee) {
        return new CandidacyEvent.RegistrationOpened(
                examinee + ":" + code.subject(),
                examinee,
                code.subject(),
                "r-" + examinee,
                code.owner(),
                code.orderId(),
                code.redeemCodeId(),
                END,
                T0);
    }

    public static CandidacyEvent.RegistrationWithdrawn withdrawn(RedeemCodeEvent.Issued code, String examinee) {
        return new CandidacyEvent.RegistrationWithdrawn(
                examinee + ":" + code.subject(),
                examinee,
                code.subject(),
                "r-" + examinee,
                code.owner(),
                code.redeemCodeId(),
                T0);
    }

    public static OrderEndEvent.Expired orderExpired(String order, String buyer, String subject, int quantity) {
        return new OrderEndEvent.Expired(order, buyer, OrderKind.ENTERPRISE, subject, quantity, END, END);
    }

    /** An unused code. */
    public static RedeemCodeEvent.Expired expired(RedeemCodeEvent.Issued code) {
        return new RedeemCodeEvent.Expired(
                code.redeemCodeId(),
                code.orderId(),
                code.owner(),
                code.subject(),
                RedeemCodeStatus.UNUSED,
                null,
                null,
                END);
    }

    /** A bound code. */
    public static RedeemCodeEvent.Expired expired(RedeemCodeEvent.Issued code, String holder) {
        return new RedeemCodeEvent.Expired(
                code.redeemCodeId(),
                code.orderId(),
                code.owner(),
                code.subject(),
                RedeemCodeStatus.BOUND,
                holder,
                "r-" + holder,
                END);
    }

    public static CandidacyEvent.RegistrationExpired registrationExpired(RedeemCodeEvent.Issued code, String examinee) {
        return new CandidacyEvent.RegistrationExpired(
                examinee + ":" + code.subject(),
                examinee,
                code.subject(),
                "r-" + examinee,
                code.owner(),
                code.orderId(),
                code.redeemCodeId(),
                END);
    }
}
