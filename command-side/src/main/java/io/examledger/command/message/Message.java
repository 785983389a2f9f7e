package io.examledger.command.message;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Commands.Done;
import io.examledger.command.message.deliver.EndAttempt;
import io.examledger.command.message.deliver.Handover;
import io.examledger.command.message.deliver.RetryPolicy;
import io.examledger.command.message.deliver.StartAttempt;
import io.examledger.command.message.deliver.StartAttempt.Work;
import io.examledger.command.message.request.RequestMessage;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * A message on its way out: one attempt at a time, and none after it may have arrived (ADR 0012). A step that has been
 * done, or is not to be done now, answers so and changes nothing: several nodes ask for the same.
 */
public class Message {
    private enum State {
        WAITING,
        UNDER_WAY,
        IN_DOUBT,
        OVER
    }

    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private String recipient = "";
    private String announcement = "";
    private List<MessageParameter> parameters = List.of();
    private State state = State.WAITING;
    private int attempt;
    private Guarantee guarantee = Guarantee.AT_MOST_ONCE;
    /** While waiting: not to be tried before. Under way: the attempt is over then. */
    private Instant until = Instant.EPOCH;

    /** For Axon, before the first event. */
    protected Message() {}

    /** ORD-5, ORD-6, COD-11b, APT-7. */
    public static Message request(RequestMessage command) {
        Message message = new Message();
        apply(new MessageEvent.Requested(
                command.messageId().value(),
                command.recipient().value(),
                command.channel(),
                command.kind().key(),
                command.parameters(),
                command.cause(),
                command.at()));
        return message;
    }

    @CommandHandler
    public Work decide(StartAttempt command) {
        if (state == State.UNDER_WAY && !command.at().isBefore(until)) {
            notHeardOf("not-recorded", command.retries(), command.at());
        }
        if (state != State.WAITING || command.at().isBefore(until)) {
            return new Work(0, recipient, AnnouncementKind.ofKey(announcement), List.of());
        }
        apply(new MessageEvent.AttemptStarted(
                id,
                recipient,
                attempt + 1,
                command.carrier(),
                command.guarantee(),
                command.at().plus(command.patience()),
                command.at()));
        return new Work(attempt, recipient, AnnouncementKind.ofKey(announcement), parameters);
    }

    /** That it was taken over counts whenever it becomes known; everything else only while the attempt is under way. */
    @CommandHandler
    public Done decide(EndAttempt command) {
        if (command.outcome() instanceof Handover.Accepted) {
            if (state != State.OVER) {
                apply(new MessageEvent.Sent(id, recipient, command.attempt(), command.at()));
            }
        } else if (state == State.UNDER_WAY && command.attempt() == attempt) {
            end(command.outcome(), command.retries(), command.at());
        }
        return new Done();
    }

    private void end(Handover outcome, RetryPolicy retries, Instant at) {
        switch (outcome) {
            case Handover.Accepted accepted -> apply(new MessageEvent.Sent(id, recipient, attempt, at));
            case Handover.OnlyLogged logged -> apply(new MessageEvent.Logged(id, recipient, attempt, at));
            case Handover.Failed failed -> failed(failed.reason(), failed.pause(), retries, at);
            case Handover.Refused refused ->
                apply(new MessageEvent.GivenUp(id, recipient, attempt, refused.reason(), at));
            case Handover.InDoubt doubt -> notHeardOf(doubt.reason(), retries, at);
        }
    }

    private void notHeardOf(String reason, RetryPolicy retries, Instant at) {
        switch (guarantee) {
            case AT_MOST_ONCE -> apply(new MessageEvent.LeftInDoubt(id, recipient, attempt, reason, at));
            case AT_LEAST_ONCE -> failed(reason, Duration.ZERO, retries, at);
        }
    }

    private void failed(String reason, Duration pause, RetryPolicy retries, Instant at) {
        retries.next(attempt, pause, at)
                .ifPresentOrElse(
                        retryAt -> apply(new MessageEvent.AttemptFailed(id, recipient, attempt, reason, retryAt, at)),
                        () -> apply(new MessageEvent.GivenUp(id, recipient, attempt, reason, at)));
    }

    @EventSourcingHandler
    void evolve(MessageEvent.Requested event) {
        id = event.messageId();
        recipient = event.recipient();
        announcement = event.announcement();
        parameters = event.parameters();
    }

    @EventSourcingHandler
    void evolve(MessageEvent.AttemptStarted event) {
        state = State.UNDER_WAY;
        attempt = event.attempt();
        guarantee = event.guarantee();
        until = event.endsAt();
    }

    @EventSourcingHandler
    void evolve(MessageEvent.AttemptFailed event) {
        state = State.WAITING;
        until = event.retryAt();
    }

    /** The ends of a message; only doubt can still be cleared up. */
    @EventSourcingHandler
    void evolve(MessageEvent event) {
        state = event instanceof MessageEvent.LeftInDoubt ? State.IN_DOUBT : State.OVER;
    }
}
