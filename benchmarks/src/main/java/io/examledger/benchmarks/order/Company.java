package io.examledger.benchmarks.order;

import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands.Done;
import io.examledger.command.account.register.AccountSealing;
import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
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
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.IdentifierFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An enterprise that buys codes. */
public final class Company {
    private static final SubjectCode SUBJECT = new SubjectCode("PR000001");
    private static final double NANOS = 1e9;
    private static final long POLL_NANOS = 20_000_000;

    private final StartedPlatform platform;
    private final AccountId account = new AccountId(newId());
    private final JdbcClient database;

    public Company(StartedPlatform platform) {
        this.platform = platform;
        this.database = JdbcClient.create(platform.dataSource());
        send(
                new AccountSealing(platform.bean(PersonalDataVault.class))
                        .seal(
                                account,
                                AccountKind.ROOT,
                                null,
                                new PersonName(null, null, "Bulk Buyers"),
                                account.value() + "@bulk.example",
                                null,
                                null,
                                Instant.now()),
                AccountRegistered.class);
        send(new VerifyAccount(account, Verification.CORPORATE, Instant.now()), Done.class);
    }

    private static String newId() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }

    private <T> T send(Object command, Class<T> answer) {
        Caller caller = new Caller("benchmark", Optional.of(account), Set.of(Role.OPERATOR));
        return platform.commands()
                .send(command, answer, new CommandContext(caller, newId(), null))
                .answer();
    }

    /**
     * An order whose codes are all there.
     *
     * @param seconds from the payment until the read models show them all unused
     */
    public record Issued(String orderId, double seconds) {}

    /** Returns when the read models show the codes. */
    public Issued buy(int quantity) {
        OrderId order = new OrderId(newId());
        Money total = send(
                        new PlaceOrder(
                                order, account, OrderKind.ENTERPRISE, SUBJECT, quantity, "1", null, Instant.now()),
                        OrderPlaced.class)
                .total();
        long began = System.nanoTime();
        List<PaymentPart> parts = List.of(new PaymentPart(PaymentMethod.BALANCE, total));
        send(new PayOrder(order, account, parts, newId(), Instant.now()), OrderPaid.class);
        awaitCount("select unused from read_model.bill where order_id = ?", order, quantity);
        awaitCount(
                "select count(*) from read_model.redeem_code where order_id = ? and status = 'UNUSED'",
                order,
                quantity);
        return new Issued(order.value(), (System.nanoTime() - began) / NANOS);
    }

    private void awaitCount(String sql, OrderId order, int wanted) {
        while (count(sql, order) < wanted) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private int count(String sql, OrderId order) {
        return database.sql(sql)
                .param(order.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
