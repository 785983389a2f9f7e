package io.examledger.command.message.deliver;

import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageId;
import java.time.Instant;
import java.util.List;

/** Finds messages that may be due. It may be behind, and several nodes may ask: the message itself decides. */
public interface DueMessages {
    /** Longest due first. */
    List<Due> find(Instant now, int limit);

    /** @param correlationId of the request that the message comes of */
    record Due(MessageId messageId, Channel channel, String correlationId) {}
}
