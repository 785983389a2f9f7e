package io.examledger.platform.messages;

import io.examledger.command.message.deliver.Carrier;
import io.examledger.command.message.deliver.Handover;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where nobody is to take messages of a channel: says which would have gone out, not to whom and not what. */
final class LoggingCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(LoggingCarrier.class);
    private final Channel channel;

    LoggingCarrier(Channel channel) {
        this.channel = channel;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Guarantee guarantee() {
        return Guarantee.AT_LEAST_ONCE;
    }

    @Override
    public Handover handOver(Letter letter) {
        LOG.info(
                "not sent, because nothing is set up for {}: message {} ({})",
                channel.wireName(),
                letter.messageId(),
                letter.kind().key());
        return new Handover.OnlyLogged();
    }
}
