package io.examledger.benchmarks.history;

import io.examledger.benchmarks.commands.RandomText;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.voucher.VoucherEvent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders that are placed and paid, with vouchers and in two ways (ORD-1, ORD-2, VOU-1). */
final class Purchases {
    private static final Money PRICE = new Money(15_000, "USD");
    private static final double WITH_VOUCHER = 0.1;
    private static final int PERCENT_OFF = 20;
    private static final double BY_CARD = 0.5;
    private static final double DECLINED = 0.1;

    private final Teller teller;
    private final Messages messages;
    private final Set<String> balances = new HashSet<>();

    Purchases(Teller teller, Messages messages) {
        this.teller = teller;
        this.messages = messages;
    }

    void buy(String buyer, OrderKind kind, int quantity) {
        Money listPrice = PRICE.times(quantity);
        boolean voucher = teller.chance(WITH_VOUCHER);
        Money discount = new Money(voucher ? listPrice.amount() * PERCENT_OFF / 100 : 0, PRICE.currency());
        Money total = new Money(listPrice.amount() - discount.amount(), PRICE.currency());
        teller.know("actor", buyer)
                .know("orderId", Teller.newId())
                .know("buyer", buyer)
                .know("owner", buyer)
                .know("kind", kind)
                .know("quantity", quantity)
                .know("unitPrice", PRICE)
                .know("discount", discount)
                .know("total", total);
        if (voucher) {
            issueVoucher();
        }
        teller.tell(OrderEvent.Placed.class, Map.of("terms", "1"));
        if (voucher) {
            teller.tell(VoucherEvent.Used.class);
        }
        teller.done();
        pay(total);
    }

    private void issueVoucher() {
        teller.know("voucherId", Teller.newId());
        teller.tell(
                VoucherEvent.Issued.class,
                Map.of(
                        "percentOff",
                        PERCENT_OFF,
                        "subjects",
                        List.of(),
                        "validUntil",
                        teller.now().plus(Duration.ofDays(30)),
                        "digest",
                        RandomText.digest(),
                        "sealed",
                        RandomText.sealed()));
        teller.done();
    }

    private void pay(Money total) {
        boolean card = teller.chance(BY_CARD);
        PaymentMethod method = card ? PaymentMethod.CARD : PaymentMethod.BALANCE;
        teller.know("method", method).know("parts", List.of(new PaymentPart(method, total)));
        if (card) {
            if (teller.chance(DECLINED)) {
                start();
                teller.tell(OrderEvent.PaymentFailed.class, Map.of("reason", "payment.declined"));
                teller.done();
            }
            start();
            teller.tell(
                    OrderEvent.PaymentCaptured.class, Map.of("part", 1, "reference", "C" + teller.text("paymentId")));
        } else {
            debit(total);
        }
        teller.know(
                "validUntil", teller.now().atZone(ZoneOffset.UTC).plusYears(1).toInstant());
        String purchased = teller.tell(OrderEvent.Purchased.class);
        teller.done();
        if (teller.known("kind", OrderKind.class) == OrderKind.ENTERPRISE) {
            messages.announce(purchased, teller.text("buyer"), "order.purchased", Channel.EMAIL);
        }
    }

    private void start() {
        teller.know("paymentId", Teller.newId());
        teller.tell(OrderEvent.PaymentStarted.class);
        teller.done();
    }

    private void debit(Money total) {
        String balance = teller.text("buyer") + ":BALANCE:USD";
        teller.know("balanceId", balance).know("account", teller.text("buyer"));
        if (balances.add(balance)) {
            teller.tell(BalanceEvent.Opened.class, Map.of("amount", total.times(1_000)));
        }
        teller.tell(BalanceEvent.Debited.class, Map.of("amount", total));
    }
}
