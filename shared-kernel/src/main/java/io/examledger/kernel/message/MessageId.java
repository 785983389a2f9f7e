package io.examledger.kernel.message;

import io.examledger.kernel.announcement.Channel;
import java.util.regex.Pattern;

/** Identity of a message. It follows from its cause and its channel, so that one cause has one message on each channel. */
public record MessageId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a message id has 1 to 100 letters, digits, hyphens and underscores");
        }
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
