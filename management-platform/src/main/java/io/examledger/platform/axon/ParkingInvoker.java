package io.examledger.platform.axon;

import io.examledger.command.policy.Policy;
import io.examledger.query.projection.ParkedLetters;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to a policy. One that it cannot handle is parked, and with it all that follow in its sequence. */
final class ParkingInvoker extends DeadLetteringEventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(ParkingInvoker.class);
    private final ParkedLetters parked;
    private final Predicate<Object> interest;
    private final PolicyTroubles troubles = new PolicyTroubles();

    private ParkingInvoker(Builder builder, ParkedLetters parked, Predicate<Object> interest) {
        super(builder);
        this.parked = parked;
        this.interest = interest;
    }

    /** @param name the sequence of events that have none, which are not handled */
    static ParkingInvoker of(String name, Policy policy, ParkedLetters parked, TransactionManager transactions) {
        SequencingPolicy<EventMessage<?>> sequences =
                event -> policy.sequenceOf(event.getPayload()).orElse(name);
        Builder builder = builder();
        builder.eventHandlers(policy).sequencingPolicy(sequences);
        builder.queue(parked.queue()).transactionManager(transactions).enqueuePolicy(ParkingInvoker::decide);
        return new ParkingInvoker(
                builder, parked, payload -> policy.sequenceOf(payload).isPresent());
    }

    /** What a policy is not interested in passes by without a transaction. */
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return interest.test(event.getPayload()) && super.canHandle(event, segment);
    }

    private static EnqueueDecision<EventMessage<?>> decide(
            DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        if (PolicyTroubles.passes(failure)) {
            throw unchecked(failure);
        }
        EventMessage<?> event = letter.message();
        LOG.error(
                "a policy cannot handle the event {} ({}) and parks its sequence",
                event.getIdentifier(),
                event.getPayloadType().getSimpleName(),
                failure);
        return Decisions.enqueue(ThrowableCause.truncated(failure));
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        try {
            super.handle(event, segment);
        } catch (Exception e) {
            troubles.met(segment, e);
            throw e;
        }
        CurrentUnitOfWork.get().afterCommit(batch -> troubles.over(segment));
    }

    /** Class of what keeps a segment from going on here. */
    Optional<String> trouble() {
        return troubles.present();
    }

    /**
     * Tries what is parked once more. Not Axon's own way to do so, which rolls back the handler's failure and with it,
     * in our transactions, what it says about the letter.
     */
    void retry() {
        parked.retry(() -> {}, this::handleParked);
    }

    private void handleParked(EventMessage<?> event) {
        try {
            for (EventMessageHandler handler : eventHandlers()) {
                handler.handle(event);
            }
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
