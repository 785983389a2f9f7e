package io.examledger.command.voucher;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.voucher.issue.IssueVouchers;
import io.examledger.command.voucher.issue.NewVoucher;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.kernel.voucher.VoucherEvent;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A voucher: used once, in its window, and never given back (VOU-1 to VOU-4). */
public class Voucher {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private PercentOff percentOff = new PercentOff(1);
    private List<String> subjects = List.of();
    private Instant validFrom = Instant.MAX;
    private Instant validUntil = Instant.MAX;
    private boolean used;

    /** For Axon, before the first event. */
    protected Voucher() {}

    /** VOU-1. */
    public static Voucher issue(NewVoucher fresh, IssueVouchers command) {
        Voucher voucher = new Voucher();
        apply(new VoucherEvent.Issued(
                fresh.voucherId().value(),
                command.percentOff().percent(),
                command.subjects().stream().map(SubjectCode::value).toList(),
                command.validFrom(),
                command.validUntil(),
                fresh.digest(),
                fresh.sealed(),
                command.at()));
        return voucher;
    }

    /**
     * The order takes it (VOU-2).
     *
     * @param line the order's list price
     * @return what is left to pay
     */
    public Money use(PlaceOrder order, Money line) {
        requireUsable(order.subject().value(), order.at());
        Money total = percentOff.applyTo(line);
        apply(new VoucherEvent.Used(
                id,
                order.orderId().value(),
                order.buyer().value(),
                order.subject().value(),
                line.minus(total),
                order.at()));
        return total;
    }

    private void requireUsable(String subject, Instant at) {
        if (used) {
            throw Refusals.conflict(
                    "voucher.used",
                    "The voucher has been used by another order; it is good for one, and never given back (VOU-2).");
        }
        if (at.isBefore(validFrom)) {
            throw Refusals.conflict(
                    "voucher.not-yet-valid", "The voucher can be used from %s on (VOU-1).".formatted(validFrom));
        }
        if (!at.isBefore(validUntil)) {
            throw Refusals.conflict(
                    "voucher.expired", "Until %s the voucher could have been used (VOU-1).".formatted(validUntil));
        }
        if (!subjects.isEmpty() && !subjects.contains(subject)) {
            throw Refusals.conflict(
                    "voucher.other-subject",
                    "The voucher is good for %s only (VOU-1).".formatted(String.join(", ", subjects)));
        }
    }

    @EventSourcingHandler
    void evolve(VoucherEvent.Issued event) {
        id = event.voucherId();
        percentOff = new PercentOff(event.percentOff());
        subjects = event.subjects();
        validFrom = event.validFrom();
        validUntil = event.validUntil();
    }

    @EventSourcingHandler
    void evolve(VoucherEvent.Used event) {
        used = true;
    }
}
