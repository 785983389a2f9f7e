package io.examledger.command.testing;

import io.examledger.command.payment.BalancePolicy;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.kernel.voucher.VoucherEvent;
import java.time.Instant;
import java.util.List;

/** A small world: two companies, two people, two subjects, and what happened to them before a test begins. */
public final class Facts {
    public static final AccountId COMPANY = new AccountId("company");
    public static final AccountId OTHER_COMPANY = new AccountId("other-company");
    public static final AccountId ADA = new AccountId("ada");
    public static final AccountId GRACE = new AccountId("grace");
    public static final SubjectCode SUBJECT = new SubjectCode("PR000002");
    public static final SubjectCode OTHER_SUBJECT = new SubjectCode("PR000001");
    public static final OrderId ORDER = new OrderId("order");
    public static final RedeemCodeId CODE = RedeemCodeId.of(ORDER, 1);
    public static final Money PRICE = usd(15_000);

    public static final Instant LONG_AGO = Instant.parse("2025-12-01T08:00:00Z");
    public static final Instant PAID_AT = Instant.parse("2026-01-10T09:30:00Z");
    public static final Instant VALID_UNTIL = Instant.parse("2027-01-10T09:30:00Z");
    /** While everything is valid. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    public static final CandidacyId ADAS_CANDIDACY = new CandidacyId(ADA, SUBJECT);

    private Facts() {}

    public static Money usd(long cents) {
        return new Money(cents, "USD");
    }

    public static PaymentPart card(long cents) {
        return new PaymentPart(PaymentMethod.CARD, usd(cents));
    }

    public static AccountEvent registered(AccountId account, AccountKind kind) {
        String parent = kind == AccountKind.SUB ? COMPANY.value() : null;
        return new AccountEvent.Registered(account.value(), kind, parent, "name", "email", null, LONG_AGO);
    }

    public static AccountEvent verified(AccountId account, Verification level) {
        return new AccountEvent.Verified(account.value(), level, LONG_AGO);
    }

    /** A person who may register. */
    public static Object[] person(AccountId account) {
        return new Object[] {registered(account, AccountKind.ROOT), verified(account, Verification.INDIVIDUAL)};
    }

    /** An account that may place enterprise orders. */
    public static Object[] company(AccountId account) {
        return new Object[] {registered(account, AccountKind.ROOT), verified(account, Verification.CORPORATE)};
    }

    public static SubjectEvent introduced(SubjectCode subject, Money price) {
        return new SubjectEvent.Introduced(
                subject.value(),
                "Solutions Architect",
                Category.CAREER,
                "cloud computing",
                Level.ASSOCIATE,
                price,
                90,
                List.of(DeliveryMode.ONLINE_PROCTORED),
                ExamType.THEORY,
                LONG_AGO);
    }

    public static OrderEvent.Placed placed(OrderId order, AccountId buyer, OrderKind kind, int quantity) {
        return new OrderEvent.Placed(
                order.value(),
                buyer.value(),
                kind,
                SUBJECT.value(),
                quantity,
                PRICE,
                PRICE.times(quantity),
                "2026-01",
                LONG_AGO);
    }

    public static OrderEvent.Purchased purchased(OrderId order, int quantity) {
        return new OrderEvent.Purchased(
                order.value(),
                COMPANY.value(),
                OrderKind.ENTERPRISE,
                SUBJECT.value(),
                quantity,
                List.of(card(PRICE.times(quantity).amount())),
                PAID_AT,
                VALID_UNTIL,
                1);
    }

    /** A first payment by card is taken from the balance that the embedded provider keeps. */
    public static Object[] takenByCard(OrderId order, AccountId payer, long cents, Instant at) {
        String balance = payer + ":CARD:USD";
        return new Object[] {
            new BalanceEvent.Opened(
                    balance,
                    payer.value(),
                    PaymentMethod.CARD,
                    usd(BalancePolicy.CURRENT.opening()),
                    BalancePolicy.CURRENT.version(),
                    at),
            new BalanceEvent.Debited(balance, payer.value(), PaymentMethod.CARD, order.value(), usd(cents), at)
        };
    }

    public static OrderEvent.RedeemCodesIssued codesIssued(OrderId order, int from, int to, int quantity) {
        return new OrderEvent.RedeemCodesIssued(order.value(), COMPANY.value(), from, to, quantity, PAID_AT);
    }

    /** @param string number of the code's string, as {@link PlainVault#codeString} counts */
    public static RedeemCodeEvent.Issued issued(RedeemCodeId code, int string) {
        var fresh = PlainVault.fresh(string, code);
        return new RedeemCodeEvent.Issued(
                code.value(),
                ORDER.value(),
                COMPANY.value(),
                SUBJECT.value(),
                fresh.digest(),
                fresh.sealed(),
                VALID_UNTIL,
                PAID_AT);
    }

    public static RedeemCodeEvent.Bound bound(RedeemCodeId code, AccountId holder, String registration, Instant at) {
        return new RedeemCodeEvent.Bound(
                code.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), holder.value(), registration, at);
    }

    public static RedeemCodeEvent.Unbound unbound(
            RedeemCodeId code, AccountId holder, String registration, Instant at) {
        return new RedeemCodeEvent.Unbound(
                code.value(), ORDER.value(), COMPANY.value(), SUBJECT.value(), holder.value(), registration, at);
    }

    /** The code's string was replaced by another one. */
    public static RedeemCodeEvent.Regenerated regenerated(RedeemCodeId code, int from, int to, Instant at) {
        var old = PlainVault.fresh(from, code);
        var fresh = PlainVault.fresh(to, code);
        return new RedeemCodeEvent.Regenerated(
                code.value(),
                ORDER.value(),
                COMPANY.value(),
                SUBJECT.value(),
                fresh.digest(),
                fresh.sealed(),
                old.digest(),
                old.sealed(),
                at);
    }

    /**
     * A voucher of 20 percent for one subject, good in 2026.
     *
     * @param digest of its code string
     */
    public static VoucherEvent.Issued voucher(String voucher, String digest) {
        return new VoucherEvent.Issued(
                voucher,
                20,
                List.of(SUBJECT.value()),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                digest,
                "sealed",
                LONG_AGO);
    }

    /** A registration with a code of the company. */
    public static CandidacyEvent opened(CandidacyId candidacy, String registration, RedeemCodeId code, Instant at) {
        return openedUntil(VALID_UNTIL, candidacy, registration, code, at);
    }

    /** A registration with a code of an order that ends then. */
    public static CandidacyEvent openedUntil(
            Instant validUntil, CandidacyId candidacy, String registration, RedeemCodeId code, Instant at) {
        return new CandidacyEvent.RegistrationOpened(
                candidacy.toString(),
                candidacy.examinee().value(),
                candidacy.subject().value(),
                registration,
                COMPANY.value(),
                ORDER.value(),
                code.value(),
                validUntil,
                at);
    }

    public static CandidacyEvent withdrawn(CandidacyId candidacy, String registration, RedeemCodeId code, Instant at) {
        return new CandidacyEvent.RegistrationWithdrawn(
                candidacy.toString(),
                candidacy.examinee().value(),
                candidacy.subject().value(),
                registration,
                COMPANY.value(),
                code.value(),
                at);
    }
}
