package io.examledger.command.message.deliver;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.message.deliver.Carrier.Letter;
import io.examledger.command.message.deliver.Contacts.Contact;
import io.examledger.command.message.deliver.DueMessages.Due;
import io.examledger.command.message.deliver.StartAttempt.Work;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.announcement.AnnouncementText;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageParameter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one message one attempt further: asks the message for the right to, hands it over, and keeps how that ended. That
 * the attempt began is durable before the message leaves, so whoever finds it after a crash knows that it may have left.
 */
public class MessageCourier {
    /** Longer than any carrier needs; after it an attempt that has not been heard of is over. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(MessageCourier.class);
    private static final Caller COURIER = new Caller("message-courier", Optional.empty(), Set.of(Role.OPERATOR));

    private final Commands commands;
    private final Contacts contacts;
    private final Map<Channel, Carrier> carriers;
    private final RetryPolicy retries;
    private final Clock clock;

    /** @param carriers one for each channel */
    public MessageCourier(
            Commands commands, Contacts contacts, Map<Channel, Carrier> carriers, RetryPolicy retries, Clock clock) {
        this.commands = commands;
        this.contacts = contacts;
        this.carriers = Map.copyOf(carriers);
        this.retries = retries;
        this.clock = clock;
    }

    /** Does nothing if the message is not due, is under way elsewhere, or is over. */
    public void deliver(Due due) {
        Carrier carrier = carriers.get(due.channel());
        if (carrier == null) {
            throw new IllegalStateException("nothing carries " + due.channel());
        }
        CommandContext context =
                new CommandContext(COURIER, due.correlationId(), due.messageId().value(), null);
        Work work = commands.send(
                        new StartAttempt(
                                due.messageId(),
                                carrier.name(),
                                carrier.guarantee(),
                                PATIENCE,
                                retries,
                                clock.instant()),
                        Work.class,
                        context)
                .answer();
        if (!work.isNone()) {
            Handover outcome = handOver(due, work, carrier);
            commands.send(
                    new EndAttempt(due.messageId(), work.attempt(), outcome, retries, clock.instant()),
                    Done.class,
                    context);
        }
    }

    private Handover handOver(Due due, Work work, Carrier carrier) {
        Letter letter;
        try {
            Contact contact = contacts.of(new AccountId(work.recipient()), due.channel());
            String address = contact.address();
            if (address == null) {
                return new Handover.Refused("no-address");
            }
            letter = new Letter(
                    due.messageId(),
                    work.kind(),
                    address,
                    contact.language(),
                    AnnouncementText.of(work.kind(), contact.language(), MessageParameter.mapOf(work.parameters())));
        } catch (RuntimeException e) {
            return notPrepared(due, e);
        }
        try {
            return carrier.handOver(letter);
        } catch (RuntimeException e) {
            LOG.error("the carrier {} broke over message {}: {}", carrier.name(), due.messageId(), className(e));
            return new Handover.InDoubt("carrier-broke");
        }
    }

    /** Nothing has left. */
    private static Handover notPrepared(Due due, RuntimeException e) {
        LOG.error("the message {} cannot be prepared: {}", due.messageId(), className(e));
        return new Handover.Failed("not-prepared");
    }

    /** Only that is told of a failure: what it says may hold what must not be in a log. */
    private static String className(RuntimeException e) {
        return e.getClass().getName();
    }
}
