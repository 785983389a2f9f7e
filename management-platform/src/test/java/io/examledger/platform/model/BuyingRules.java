package io.examledger.platform.model;

import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.subject.introduce.IntroduceSubject;
import io.examledger.command.subject.price.ChangeSubjectPrice;
import io.examledger.command.subject.retire.RetireSubject;
import io.examledger.command.voucher.issue.IssueVouchers;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.Things.Account;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Subject;
import io.examledger.platform.model.Things.Voucher;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Sections 2, 4 and 5 of the rule book: the catalogue, orders, vouchers. */
final class BuyingRules {
    private final World world;

    BuyingRules(World world) {
        this.world = world;
    }

    Verdict introduce(IntroduceSubject c) {
        return new Verdict()
                .unless(!world.subjects.containsKey(c.code().value()), "subject.code-taken")
                .then(() -> world.subjects.put(
                        c.code().value(),
                        new Subject(
                                c.code().value(),
                                Duration.ofMinutes(c.durationMinutes()),
                                c.deliveryModes(),
                                c.price())));
    }

    Verdict changePrice(ChangeSubjectPrice c) {
        Subject subject = world.subjects.get(c.code().value());
        if (subject == null) {
            return new Verdict().unless(false, "not-found");
        }
        return new Verdict().unless(!subject.retired, "subject.retired").then(() -> subject.price = c.price());
    }

    Verdict retire(RetireSubject c) {
        Subject subject = world.subjects.get(c.code().value());
        return subject == null
                ? new Verdict().unless(false, "not-found")
                : new Verdict().then(() -> subject.retired = true);
    }

    Verdict issueVouchers(IssueVouchers c) {
        Verdict verdict = new Verdict();
        c.subjects().forEach(subject -> verdict.unless(world.subjects.containsKey(subject.value()), "subject.unknown"));
        return verdict.then(() -> c.vouchers()
                .forEach(fresh -> world.vouchers.put(
                        fresh.digest(),
                        new Voucher(
                                fresh.voucherId().value(),
                                c.percentOff().percent(),
                                c.subjects().stream().map(SubjectCode::value).toList(),
                                c.validFrom(),
                                c.validUntil()))));
    }

    Verdict place(PlaceOrder c) {
        Account buyer = world.accounts.get(c.buyer().value());
        if (buyer == null) {
            return new Verdict().unless(false, "not-found");
        }
        Verdict verdict = new Verdict();
        if (c.kind() == OrderKind.ENTERPRISE) {
            boolean may = buyer.root && buyer.level == Verification.CORPORATE;
            verdict.unless(may, "account.corporate-verification-required");
        } else {
            verdict.unless(buyer.level == Verification.INDIVIDUAL, "account.individual-verification-required");
        }
        verdict.unless(c.terms() != null, "order.terms-not-accepted");
        Subject subject = world.subjects.get(c.subject().value());
        if (subject == null) {
            return verdict.unless(false, "subject.unknown");
        }
        verdict.unless(!subject.retired, "subject.retired");
        int percent = c.voucher() == null ? 0 : percentOff(c.voucher(), c, verdict);
        Money total = discounted(subject.price, c.quantity(), percent);
        Order order =
                new Order(c.orderId().value(), buyer.id, c.kind(), subject.code, c.quantity(), subject.price, total);
        return verdict.then(() -> {
                    world.orders.put(order.id, order);
                    if (c.voucher() != null) {
                        World.known(world.vouchers, c.voucher()).used = true;
                    }
                })
                .answers(new OrderPlaced(order.id, total));
    }

    /** VOU-1, VOU-2. */
    private int percentOff(String digest, PlaceOrder c, Verdict verdict) {
        Voucher voucher = world.vouchers.get(digest);
        if (voucher == null) {
            verdict.unless(false, "voucher.unknown");
            return 0;
        }
        verdict.unless(!voucher.used, "voucher.used")
                .unless(!c.at().isBefore(voucher.from), "voucher.not-yet-valid")
                .unless(c.at().isBefore(voucher.until), "voucher.expired")
                .unless(
                        voucher.subjects.isEmpty()
                                || voucher.subjects.contains(c.subject().value()),
                        "voucher.other-subject");
        return voucher.percent;
    }

    /** VOU-4: half-up on the line total. */
    private static Money discounted(Money price, int quantity, int percent) {
        BigDecimal total = BigDecimal.valueOf(price.amount())
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(BigDecimal.valueOf(100L - percent))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP);
        return new Money(total.longValueExact(), price.currency());
    }

    Verdict pay(PayOrder c) {
        Order order = world.orders.get(c.orderId().value());
        if (order == null) {
            return new Verdict().unless(false, "not-found");
        }
        long sum = c.parts().stream().mapToLong(part -> part.amount().amount()).sum();
        Instant until = RuleFigures.plus(c.at(), world.figures.validity());
        Verdict verdict = new Verdict()
                .unless(order.buyer.equals(c.payer().value()), "not-found")
                .unless(order.paid == null, "order.already-paid")
                .unless(sum == order.total.amount(), "order.parts-miss-total");
        if (!order.isEnterprise()) {
            verdict.unless(
                    !world.hasOpenRegistration(order.buyer, order.subject, c.at()), "candidacy.registration-open");
        }
        return verdict.then(() -> paid(order, c, until)).answers(new OrderPaid(order.id, "PAID", until));
    }

    private void paid(Order order, PayOrder c, Instant until) {
        order.paid = c.parts();
        order.validUntil = until;
        for (PaymentPart part : c.parts()) {
            world.spend(order.buyer, part.method(), part.amount().amount());
        }
        if (!order.isEnterprise()) {
            Registration opened = new Registration(c.registrationId(), order.buyer, order, null);
            open(world, opened, c.at());
            order.registration = opened;
        }
    }

    /** A new registration puts an end to one whose order's validity has passed without an appointment. */
    static void open(World world, Registration opened, Instant at) {
        world.standing(opened.examinee, opened.order.subject, at)
                .ifPresent(lapsed -> lapsed.state = RegistrationState.EXPIRED);
        world.add(opened);
    }
}
