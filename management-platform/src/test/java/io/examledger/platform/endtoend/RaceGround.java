package io.examledger.platform.endtoend;

import io.examledger.command.Commands.Done;
import io.examledger.command.account.register.AccountSealing;
import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.subject.introduce.IntroduceSubject;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.axon.CommandNode;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A company, people, and two nodes on one PostgreSQL database for them to race on. */
final class RaceGround implements AutoCloseable {
    static final Instant PAID_AT = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant VALID_UNTIL =
            PAID_AT.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
    static final long PRICE = 100_00;
    static final PersonName ADA = new PersonName("Ada", "Muster", null);

    private static final AccountId COMPANY = new AccountId("company");
    private static final int HANDS = 8;

    private final CommandNode one;
    private final CommandNode other;

    /** @param people with the numbers from 0 */
    RaceGround(int people) throws Exception {
        String url = Databases.migratedPostgresUrl();
        Path keys = FreshDataDirectory.create();
        one = new CommandNode(url, keys);
        other = new CommandNode(url, keys);
        register(COMPANY, new PersonName(null, null, "Races and Sons"), Verification.CORPORATE);
        each(people, number -> register(person(number), ADA, Verification.INDIVIDUAL));
    }

    static AccountId company() {
        return COMPANY;
    }

    static AccountId person(int number) {
        return new AccountId("person-" + number);
    }

    private void register(AccountId account, PersonName name, Verification level) {
        AccountSealing sealing = new AccountSealing(one.bean(PersonalDataVault.class));
        one.send(
                sealing.seal(account, AccountKind.ROOT, null, name, account + "@example.com", null, null, PAID_AT),
                AccountRegistered.class);
        one.send(new VerifyAccount(account, level, PAID_AT), Done.class);
    }

    /** In every other round the racers are on one node, where they wait for each other; in the others they are not. */
    CommandNode node(int round, int racer) {
        return round % 2 == 0 || racer == 0 ? one : other;
    }

    CommandNode node() {
        return one;
    }

    /** Many hands do something for each number from 0. */
    static void each(int count, IntConsumer something) throws Exception {
        AtOnce.call(IntStream.range(0, HANDS)
                .<Callable<Void>>mapToObj(hand -> () -> {
                    for (int number = hand; number < count; number += HANDS) {
                        something.accept(number);
                    }
                    return null;
                })
                .toList());
    }

    SubjectCode subject(String code) {
        SubjectCode subject = new SubjectCode(code);
        one.send(
                new IntroduceSubject(
                        subject,
                        "Raced for",
                        Category.SPECIALTY,
                        null,
                        null,
                        new Money(PRICE, "USD"),
                        90,
                        List.of(DeliveryMode.TEST_CENTER, DeliveryMode.ONLINE_PROCTORED),
                        ExamType.THEORY,
                        PAID_AT),
                Done.class);
        return subject;
    }

    /** A paid order with its codes: one dollar for each code, and a cent, from the balance, the rest by card. */
    OrderId order(SubjectCode subject, int quantity, String id) {
        OrderId order = new OrderId(id);
        one.send(place(order, subject, quantity, null), OrderPlaced.class);
        one.send(new PayOrder(order, COMPANY, parts(quantity), "none", PAID_AT), OrderPaid.class);
        List<NewCodeString> codes = IntStream.rangeClosed(1, quantity)
                .mapToObj(number -> new NewCodeString(digest(order, number), "sealed"))
                .toList();
        one.send(new IssueRedeemCodes(order, 1, codes, PAID_AT), Done.class);
        return order;
    }

    static PlaceOrder place(OrderId order, SubjectCode subject, int quantity, @Nullable String voucher) {
        return new PlaceOrder(order, COMPANY, OrderKind.ENTERPRISE, subject, quantity, "2026-01", voucher, PAID_AT);
    }

    private static List<PaymentPart> parts(int quantity) {
        long balance = quantity * 100L + 1;
        return List.of(
                new PaymentPart(PaymentMethod.BALANCE, new Money(balance, "USD")),
                new PaymentPart(PaymentMethod.CARD, new Money(quantity * PRICE - balance, "USD")));
    }

    private static String digest(OrderId order, int number) {
        return "digest-" + RedeemCodeId.of(order, number);
    }

    /** The person registers with the order's code of that number. */
    static BindRedeemCode bind(OrderId order, int number, SubjectCode subject, AccountId person, Instant at) {
        RedeemCodeId code = RedeemCodeId.of(order, number);
        return new BindRedeemCode(code, digest(order, number), subject, person, "registration-of-" + code, at);
    }

    void bound(OrderId order, int number, SubjectCode subject, AccountId person) {
        one.send(bind(order, number, subject, person, PAID_AT), Registered.class);
    }

    /** An order whose codes are bound, each by the person before its number. */
    OrderId bound(SubjectCode subject, int quantity) throws Exception {
        OrderId order = order(subject, quantity, "order-of-" + subject);
        each(quantity, person -> bound(order, person + 1, subject, person(person)));
        return order;
    }

    static UnbindRedeemCode unbind(OrderId order, int number) {
        return new UnbindRedeemCode(RedeemCodeId.of(order, number), COMPANY, null, NOW);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
