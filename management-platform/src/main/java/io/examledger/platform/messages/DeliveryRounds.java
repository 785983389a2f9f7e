package io.examledger.platform.messages;

import io.examledger.command.message.deliver.DueMessages;
import io.examledger.command.message.deliver.DueMessages.Due;
import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.platform.time.ClockAdvanced;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Looks for due messages again and again and has them delivered, several at a time. Each node does so; which of them
 * delivers a message is decided by the message. Nothing is remembered between rounds, so a restart forgets nothing.
 */
final class DeliveryRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);
    private static final int SEVERAL = 4;
    private static final int ROUND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DueMessages messages;
    private final MessageCourier courier;
    private final Duration lookEvery;
    private final Clock clock;
    private @Nullable ScheduledExecutorService rounds;
    private @Nullable ExecutorService couriers;

    DeliveryRounds(DueMessages messages, MessageCourier courier, Duration lookEvery, Clock clock) {
        this.messages = messages;
        this.courier = courier;
        this.lookEvery = lookEvery;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (rounds == null) {
            ExecutorService several = Executors.newFixedThreadPool(
                    SEVERAL,
                    Thread.ofPlatform().daemon().name("message-courier-", 0).factory());
            ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("message-rounds").factory());
            var unused = one.scheduleWithFixedDelay(
                    () -> attemptRound(several), 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
            couriers = several;
            rounds = one;
        }
    }

    private void attemptRound(ExecutorService several) {
        try {
            round(several);
        } catch (RuntimeException e) {
            LOG.warn("due messages could not be looked for; the next round comes", e);
        }
    }

    /** @return whether there was anything to do, as far as could be seen */
    private boolean round(ExecutorService several) {
        List<Due> due = new ArrayList<>(messages.find(clock.instant(), ROUND));
        // Nodes that see the same messages do not all begin with the same one.
        Collections.shuffle(due);
        try {
            several.invokeAll(due.stream()
                    .map(message -> (Callable<Boolean>) () -> deliver(message))
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !due.isEmpty();
    }

    /** Only the failure's class is told: what it says may hold what must not be in a log. */
    private boolean deliver(Due due) {
        try {
            courier.deliver(due);
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "the message {} was not delivered this time: {}",
                    due.messageId(),
                    e.getClass().getName());
            return false;
        }
    }

    /** What has become due by putting the clock forward is done before that is answered, as far as the read model knows. */
    @EventListener
    void on(ClockAdvanced advanced) {
        ExecutorService several = running();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (several != null && round(several) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private synchronized @Nullable ExecutorService running() {
        return couriers;
    }

    /** Attempts that are under way are waited for, and never interrupted: H2 would close its file. */
    @Override
    public synchronized void stop() {
        if (rounds != null && couriers != null) {
            rounds.shutdown();
            couriers.shutdown();
            try {
                if (!couriers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("messages are still under way; those that are not heard of are left in doubt");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            rounds = null;
            couriers = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
