package io.examledger.command.order.place;

import io.examledger.command.Refusals;
import io.examledger.command.account.Account;
import io.examledger.command.order.Order;
import io.examledger.command.subject.Subject;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Places orders: the account must be verified for the kind, and the subject be on sale. */
public class PlaceOrderHandler {
    private final Repository<Account> accounts;
    private final Repository<Subject> subjects;
    private final Repository<Order> orders;

    public PlaceOrderHandler(Repository<Account> accounts, Repository<Subject> subjects, Repository<Order> orders) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.orders = orders;
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
        if (command.voucher() != null) {
            throw Refusals.conflict("voucher.unknown", "There is no such voucher.");
        }
        Money unitPrice = subject(command.subject().value()).invoke(Subject::priceNow);
        orders.newInstance(() -> Order.place(command, terms, unitPrice));
        return new OrderPlaced(command.orderId().value(), unitPrice.times(command.quantity()));
    }

    private Aggregate<Subject> subject(String code) {
        try {
            return subjects.load(code);
        } catch (AggregateNotFoundException e) {
            throw Refusals.conflict("subject.unknown", "There is no subject " + code + " in the catalogue.");
        }
    }

    /** The answer. */
    public record OrderPlaced(String orderId, Money total) {}
}
