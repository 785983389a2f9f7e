package io.examledger.kernel.message;

import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.event.EventType;
import java.time.Instant;
import java.util.List;

/** What happens to a message on its way to a person. Address and text are in none of these: they are made when it is sent. */
public sealed interface MessageEvent {
    String messageId();

    /** Account id. */
    String recipient();

    /**
     * Somebody is to be told of an event, over one channel.
     *
     * @param announcement key of what is announced
     * @param cause id of the event that is announced
     */
    @EventType(
            value = "message.requested",
            rules = {"ORD-5", "ORD-6", "COD-11b", "APT-7"})
    record Requested(
            String messageId,
            String recipient,
            Channel channel,
            String announcement,
            List<MessageParameter> parameters,
            String cause,
            Instant requestedAt)
            implements MessageEvent {
        public Requested {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A node is about to hand the message over, and nobody else may until then.
     *
     * @param attempt counted from 1
     * @param carrier by which it goes, for example {@code smtp}
     * @param endsAt when an attempt that has not been heard of is over
     */
    @EventType(
            value = "message.attempt-started",
            rules = {"ORD-6", "APT-7"})
    record AttemptStarted(
            String messageId,
            String recipient,
            int attempt,
            String carrier,
            Guarantee guarantee,
            Instant endsAt,
            Instant startedAt)
            implements MessageEvent {}

    /** @param reason a code; never what the other side said, which may name the address */
    @EventType(
            value = "message.attempt-failed",
            rules = {"ORD-6", "APT-7"})
    record AttemptFailed(
            String messageId, String recipient, int attempt, String reason, Instant retryAt, Instant failedAt)
            implements MessageEvent {}

    /** The mail server or the SMS provider took it over. */
    @EventType(
            value = "message.sent",
            rules = {"ORD-6", "APT-7"})
    record Sent(String messageId, String recipient, int attempt, Instant sentAt) implements MessageEvent {}

    /** There is nobody to hand it to in this installation: it stands in the log of the process, and was not sent. */
    @EventType(
            value = "message.logged",
            rules = {"ORD-6", "APT-7"})
    record Logged(String messageId, String recipient, int attempt, Instant loggedAt) implements MessageEvent {}

    /** It may have been handed over or not, and is not handed over again: never twice (ADR 0012). */
    @EventType(
            value = "message.left-in-doubt",
            rules = {"ORD-6", "APT-7"})
    record LeftInDoubt(String messageId, String recipient, int attempt, String reason, Instant leftAt)
            implements MessageEvent {}

    /** It cannot be delivered, or was tried too often. */
    @EventType(
            value = "message.given-up",
            rules = {"ORD-6", "APT-7"})
    record GivenUp(String messageId, String recipient, int attempts, String reason, Instant givenUpAt)
            implements MessageEvent {}
}
