package io.examledger.command.subject;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Commands.Done;
import io.examledger.command.Refusals;
import io.examledger.command.subject.introduce.IntroduceSubject;
import io.examledger.command.subject.price.ChangeSubjectPrice;
import io.examledger.command.subject.retire.RetireSubject;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.SubjectEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A subject of the catalogue. Price and retirement apply to later orders only (CAT-3): an order asks once. */
public class Subject {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String code;

    private Money price = Money.zero("USD");
    private boolean retired;
    private Duration length = Duration.ZERO;
    private List<DeliveryMode> deliveryModes = List.of();

    /** For Axon, before the first event. */
    protected Subject() {}

    /** Adds a subject to the catalogue (CAT-1, CAT-2). */
    public static Subject introduce(IntroduceSubject command) {
        Subject subject = new Subject();
        apply(new SubjectEvent.Introduced(
                command.code().value(),
                command.title(),
                command.category(),
                command.track(),
                command.level(),
                command.price(),
                command.durationMinutes(),
                command.deliveryModes(),
                command.examType(),
                command.at()));
        return subject;
    }

    @CommandHandler
    public Done decide(ChangeSubjectPrice command) {
        requireOnSale("its price cannot be changed any more");
        if (!command.price().equals(price)) {
            apply(new SubjectEvent.PriceChanged(code, command.price(), command.at()));
        }
        return new Done();
    }

    /** Repeating it changes nothing. */
    @CommandHandler
    public Done decide(RetireSubject command) {
        if (!retired) {
            apply(new SubjectEvent.Retired(code, command.at()));
        }
        return new Done();
    }

    /** The price of one place for an order placed now. */
    public Money priceNow() {
        requireOnSale("no order can be placed for it");
        return price;
    }

    /** How long the exam takes. A retired subject can still be sat by those who bought it (CAT-3). */
    public Duration lengthOf(DeliveryMode mode) {
        if (!deliveryModes.contains(mode)) {
            throw Refusals.conflict(
                    "subject.delivery-mode-not-offered",
                    "The subject is offered as %s only (CAT-2)."
                            .formatted(deliveryModes.stream()
                                    .map(DeliveryMode::name)
                                    .collect(Collectors.joining(", "))));
        }
        return length;
    }

    private void requireOnSale(String consequence) {
        if (retired) {
            throw Refusals.conflict("subject.retired", "The subject has been retired: " + consequence + ".");
        }
    }

    @EventSourcingHandler
    void evolve(SubjectEvent.Introduced event) {
        code = event.subject();
        price = event.price();
        length = Duration.ofMinutes(event.durationMinutes());
        deliveryModes = event.deliveryModes();
    }

    @EventSourcingHandler
    void evolve(SubjectEvent.PriceChanged event) {
        price = event.price();
    }

    @EventSourcingHandler
    void evolve(SubjectEvent.Retired event) {
        retired = true;
    }
}
