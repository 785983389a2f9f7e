package io.examledger.kernel.message;

import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.identity.IdentityText;

/** Identity of a message. It follows from its cause and its channel, so that one cause has one message on each channel. */
public record MessageId(String value) {
    private static final int LONGEST = 100;

    public MessageId {
        IdentityText.require("a message id", value, LONGEST);
    }

    /** @param cause id of the event that is announced */
    public static MessageId of(String cause, Channel channel) {
        return new MessageId(cause + "-" + channel.wireName());
    }

    @Override
    public String toString() {
        return value;
    }
}
