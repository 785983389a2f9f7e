package io.examledger.command.order.place;

import io.examledger.command.Refusals;
import io.examledger.command.account.Account;
import io.examledger.command.order.Order;
import io.examledger.command.subject.Subject;
import io.examledger.command.voucher.Vouchers;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Places orders: the account must be verified for the kind, and the subject be on sale. A voucher is consumed in the same
 * transaction, so that of two orders one gets it (VOU-2, VOU-3).
 */
public class PlaceOrderHandler {
    private final Repository<Account> accounts;
    private final Repository<Subject> subjects;
    private final Repository<Order> orders;
    private final Vouchers vouchers;

    public PlaceOrderHandler(
            Repository<Account> accounts, Repository<Subject> subjects, Repository<Order> orders, Vouchers vouchers) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.orders = orders;
        this.vouchers = vouchers;
    }

    @CommandHandler
    public OrderPlaced handle(PlaceOrder command) throws Exception {
        accounts.load(command.buyer().value()).execute(account -> {
            if (command.kind() == OrderKind.ENTERPRISE) {
                account.requireMayOrderForEnterprise();
            } else {
                account.requireMayRegister();
            }
        });
        String terms = command.terms();
        if (terms == null) {
            throw Refusals.conflict(
                    "order.terms-not-accepted", "An order is placed on accepted terms of service only (ORD-1).");
        }
        Money unitPrice = subject(command.subject().value()).invoke(Subject::priceNow);
        Money line = unitPrice.times(command.quantity());
        String voucher = command.voucher();
        Money total = voucher == null ? line : vouchers.typed(voucher).invoke(typed -> typed.use(command, line));
        orders.newInstance(() -> Order.place(command, terms, unitPrice, total));
        return new OrderPlaced(command.orderId().value(), total);
    }

    private Aggregate<Subject> subject(String code) {
        try {
            return subjects.load(code);
        } catch (AggregateNotFoundException e) {
            throw Refusals.conflict("subject.unknown", "There is no subject " + code + " in the catalogue.");
        }
    }

    /**
     * The answer.
     *
     * @param total after the voucher
     */
    public record OrderPlaced(String orderId, Money total) {}
}
