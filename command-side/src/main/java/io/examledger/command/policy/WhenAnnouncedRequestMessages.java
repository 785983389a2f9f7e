package io.examledger.command.policy;

import io.examledger.command.Commands.Done;
import io.examledger.command.PolicyCommands;
import io.examledger.command.message.request.RequestMessage;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.announcement.Announcement;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageParameter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * What is announced (ORD-5, ORD-6, COD-11b, APT-7) is asked for on each of its channels. A message's id follows from the
 * event and the channel, so an event that comes again, or a policy that starts again at the beginning of the log, asks
 * for nothing new.
 */
public class WhenAnnouncedRequestMessages implements Policy {
    private final PolicyCommands commands;
    private final Clock clock;

    public WhenAnnouncedRequestMessages(PolicyCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return Announcement.of(payload).map(Announcement::recipient);
    }

    @EventHandler
    void on(Object payload, EventMessage<?> cause) {
        Announcement.of(payload).ifPresent(announcement -> request(announcement, cause));
    }

    private void request(Announcement announcement, EventMessage<?> cause) {
        AccountId recipient = new AccountId(announcement.recipient());
        List<MessageParameter> parameters = MessageParameter.listOf(announcement.parameters());
        for (Channel channel : announcement.channels().stream().sorted().toList()) {
            commands.send(
                    new RequestMessage(
                            cause.getIdentifier(),
                            channel,
                            recipient,
                            announcement.kind(),
                            parameters,
                            clock.instant()),
                    Done.class,
                    cause);
        }
    }
}
