package io.examledger.platform.messages;

import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.kernel.announcement.Channel;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.messages.FindDeliveries;
import io.examledger.query.messages.FindDeliveries.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Shows the messages that wait. A mail server that is away is no illness: its messages wait their pause; late ones are. */
@Component("messagesHealthIndicator")
@ForRole(NodeRole.COMMAND)
final class MessageHealth extends AbstractHealthIndicator {
    private static final Duration LATE = MessageCourier.PATIENCE.multipliedBy(2);

    private final FindDeliveries deliveries;
    private final Clock clock;

    MessageHealth(FindDeliveries deliveries, MeterRegistry meters, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
        for (Channel channel : Channel.values()) {
            gauge("waiting", "Messages that have not come to an end", channel, Backlog::waiting, meters);
            gauge("in.doubt", "Messages of which nobody knows whether they left", channel, Backlog::inDoubt, meters);
            gauge("given.up", "Messages that were given up", channel, Backlog::givenUp, meters);
            gauge("late.seconds", "For how long a message has been due", channel, b -> late(b).toSeconds(), meters);
        }
    }

    private void gauge(
            String name, String description, Channel channel, ToDoubleFunction<Backlog> value, MeterRegistry meters) {
        Gauge.builder("examledger.messages." + name, () -> value.applyAsDouble(deliveries.backlog(channel)))
                .description(description)
                .tag("channel", channel.wireName())
                .register(meters);
    }

    private Duration late(Backlog backlog) {
        Instant due = backlog.longestDue();
        Duration late = due == null ? Duration.ZERO : Duration.between(due, clock.instant());
        return late.isNegative() ? Duration.ZERO : late;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (Channel channel : Channel.values()) {
            Backlog backlog = deliveries.backlog(channel);
            health.withDetail(channel.wireName(), backlog);
            if (late(backlog).compareTo(LATE) > 0) {
                health.down();
            }
        }
    }
}
