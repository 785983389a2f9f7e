package io.examledger.command.message.request;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageId;
import io.examledger.kernel.message.MessageParameter;
import java.time.Instant;
import java.util.List;

/**
 * Asks for a message. Repeating it changes nothing: the id follows from the cause.
 *
 * @param cause id of the event that is announced
 */
public record RequestMessage(
        String cause,
        Channel channel,
        AccountId recipient,
        AnnouncementKind kind,
        List<MessageParameter> parameters,
        Instant at) {
    public RequestMessage {
        parameters = List.copyOf(parameters);
    }

    public MessageId messageId() {
        return MessageId.of(cause, channel);
    }
}
