package io.examledger.command.message;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.SUBJECT;

import io.examledger.command.message.deliver.EndAttempt;
import io.examledger.command.message.deliver.Handover;
import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.command.message.deliver.RetryPolicy;
import io.examledger.command.message.deliver.StartAttempt;
import io.examledger.command.message.request.RequestMessage;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageId;
import io.examledger.kernel.message.MessageParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A message to Ada, that her code was taken back. */
public final class MessageFacts {
    public static final MessageId MESSAGE = MessageId.of("unbinding", Channel.EMAIL);
    public static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofMinutes(10));
    public static final List<MessageParameter> PARAMETERS = List.of(new MessageParameter("subject", SUBJECT.value()));

    private MessageFacts() {}

    public static RequestMessage request(Channel channel) {
        return new RequestMessage("unbinding", channel, ADA, AnnouncementKind.REDEEM_CODE_UNBOUND, PARAMETERS, NOW);
    }

    public static MessageEvent requested(Channel channel) {
        return new MessageEvent.Requested(
                MessageId.of("unbinding", channel).value(),
                ADA.value(),
                channel,
                "redeem-code.unbound",
                PARAMETERS,
                "unbinding",
                NOW);
    }

    public static MessageEvent started(int attempt, Guarantee guarantee, Instant at) {
        return new MessageEvent.AttemptStarted(
                MESSAGE.value(), ADA.value(), attempt, "carrier", guarantee, at.plus(MessageCourier.PATIENCE), at);
    }

    public static MessageEvent failed(int attempt, String reason, Instant retryAt, Instant at) {
        return new MessageEvent.AttemptFailed(MESSAGE.value(), ADA.value(), attempt, reason, retryAt, at);
    }

    public static StartAttempt start(Guarantee guarantee, Instant at) {
        return new StartAttempt(MESSAGE, "carrier", guarantee, MessageCourier.PATIENCE, RETRIES, at);
    }

    public static EndAttempt end(int attempt, Handover outcome, Instant at) {
        return new EndAttempt(MESSAGE, attempt, outcome, RETRIES, at);
    }
}
