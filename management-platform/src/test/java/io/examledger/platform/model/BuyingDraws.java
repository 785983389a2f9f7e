package io.examledger.platform.model;

import io.examledger.command.Commands.Done;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.subject.price.ChangeSubjectPrice;
import io.examledger.command.subject.retire.RetireSubject;
import io.examledger.command.voucher.PercentOff;
import io.examledger.command.voucher.issue.IssueVouchers;
import io.examledger.command.voucher.issue.IssueVouchersHandler.VouchersIssued;
import io.examledger.command.voucher.issue.NewVoucher;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.kernel.voucher.VoucherId;
import io.examledger.platform.model.Things.Account;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody may want to buy, sell or register. */
final class BuyingDraws {
    private final World world;
    private final Names names;
    private final OpenVaults vaults;

    BuyingDraws(World world, Names names, OpenVaults vaults) {
        this.world = world;
        this.names = names;
        this.vaults = vaults;
    }

    Optional<Act> place(Draw draw, Instant at) {
        OrderKind kind = draw.percent(60) ? OrderKind.ENTERPRISE : OrderKind.INDIVIDUAL;
        boolean enterprise = kind == OrderKind.ENTERPRISE;
        Verification needed = enterprise ? Verification.CORPORATE : Verification.INDIVIDUAL;
        Account buyer = draw.someOf(world.accounts.values(), account -> account.level == needed);
        Optional<Voucher> voucher = draw.percent(25)
                ? draw.mostly(world.vouchers.values(), v -> !v.used && at.isBefore(v.until))
                : Optional.empty();
        SubjectCode subject = draw.of(names.subjects.subList(0, draw.percent(5) ? 3 : 2));
        boolean dear = subject.equals(names.subjects.get(1));
        PlaceOrder place = new PlaceOrder(
                new OrderId(names.next("order")),
                new AccountId(buyer.id),
                kind,
                subject,
                enterprise ? draw.between(1, 3) + (dear && draw.percent(20) ? 9 : 0) : 1,
                draw.percent(97) ? "2026-11" : null,
                draw.percent(2)
                        ? "no-such-voucher"
                        : voucher.flatMap(this::digestOf).orElse(null),
                at);
        return Optional.of(new Act(buyer.id, place, OrderPlaced.class));
    }

    private Optional<String> digestOf(Voucher voucher) {
        return world.vouchers.entrySet().stream()
                .filter(entry -> entry.getValue() == voucher)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<Act> pay(Draw draw, Instant at) {
        return draw.mostly(world.orders.values(), order -> order.paid == null).map(order -> {
            String payer = draw.percent(95) ? order.buyer : names.run + "-bob";
            PayOrder pay = new PayOrder(
                    new OrderId(order.id), new AccountId(payer), parts(order, draw), names.next("registration"), at);
            return new Act(payer, pay, OrderPaid.class);
        });
    }

    /** By one to three methods; now and then too little or too much. */
    private static List<PaymentPart> parts(Order order, Draw draw) {
        long rest = order.total.amount() + (draw.percent(5) ? draw.between(-1, 1) : 0);
        List<PaymentMethod> methods = new ArrayList<>(List.of(PaymentMethod.values()));
        List<PaymentPart> parts = new ArrayList<>();
        for (int left = draw.between(1, 3); left > 0 && rest > 0; left--) {
            long amount = left == 1 ? rest : 1 + draw.below((int) Math.min(rest, Integer.MAX_VALUE));
            PaymentMethod method = draw.percent(90) ? methods.removeLast() : PaymentMethod.BALANCE;
            parts.add(new PaymentPart(method, new Money(amount, order.total.currency())));
            rest -= amount;
        }
        return parts;
    }

    Optional<Act> issueVouchers(Draw draw, Instant at) {
        List<NewVoucher> fresh = new ArrayList<>();
        for (int i = draw.percent(90) ? 1 : 3; i > 0; i--) {
            fresh.add(NewVoucher.of(new VoucherId(names.next("voucher")), vaults));
        }
        Instant from = draw.percent(80) ? at : at.plus(draw.upTo(Duration.ofDays(20)));
        IssueVouchers issue = new IssueVouchers(
                fresh,
                new PercentOff(draw.percent(10) ? 100 : draw.between(1, 99)),
                draw.percent(70) ? List.of() : List.of(draw.of(names.subjects)),
                from,
                from.plus(draw.upTo(Duration.ofDays(90))),
                at);
        return Optional.of(new Act("operator", issue, VouchersIssued.class));
    }

    Optional<Act> account(Draw draw, Instant at) {
        Account some = draw.of(List.copyOf(world.accounts.values()));
        if (draw.percent(40)) {
            Verification level = draw.of(List.of(Verification.values()));
            VerifyAccount.Identity shown = level == Verification.INDIVIDUAL && draw.percent(60)
                    ? new VerifyAccount.Identity(
                            IdentityDocumentType.PASSPORT, names.run + "-passport-" + draw.below(12))
                    : null;
            VerifyAccount verify = new VerifyAccount(new AccountId(some.id), level, shown, at);
            return Optional.of(new Act("operator", verify, Done.class));
        }
        boolean sub = draw.percent(60);
        String id = draw.percent(10) ? some.id : names.next("person");
        return Optional.of(Opening.register(
                draw.percent(10) ? names.next("nobody") : id,
                sub ? AccountKind.SUB : AccountKind.ROOT,
                sub ? new AccountId(draw.percent(90) ? some.id : "nobody") : null,
                at));
    }

    Optional<Act> catalogue(Draw draw, Instant at) {
        var subject = draw.of(names.subjects);
        Money price = new Money(draw.between(1, 300_00), "USD");
        Object command = switch (draw.below(10)) {
            case 0 -> new RetireSubject(subject, at);
            case 1, 2 ->
                Opening.introduce(subject, price, List.of(DeliveryMode.TEST_CENTER), at)
                        .command();
            default -> new ChangeSubjectPrice(subject, price, at);
        };
        return Optional.of(new Act("operator", command, Done.class));
    }
}
