package io.examledger.query.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.ReadModels;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Rounds rounds = new Rounds("test", Duration.ofDays(1), this::work);

    /** The first round outlasts everything. */
    private void work() {
        if (begun.incrementAndGet() == 1) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        ended.incrementAndGet();
    }

    @Test
    void round_that_outlasts_a_stop_is_told_to_end_and_is_not_joined_by_another() {
        rounds.start();
        ReadModels.awaitThat(() -> begun.get() == 1);
        stopWithoutPatience();
        assertThat(rounds.stopped()).isTrue();

        rounds.start();
        rounds.wake();
        assertThat(rounds.running()).isTrue();
        assertThat(rounds.stopped()).as("of the round that is left over").isTrue();
        assertThat(begun).hasValue(1);

        release.countDown();
        ReadModels.awaitThat(() -> ended.get() >= 2);
        assertThat(rounds.stopped()).isFalse();
        rounds.stop();
    }

    @Test
    void round_that_waited_for_another_is_not_begun_after_a_stop() {
        rounds.start();
        ReadModels.awaitThat(() -> begun.get() == 1);
        stopWithoutPatience();
        rounds.start();
        stopWithoutPatience();

        release.countDown();
        ReadModels.awaitThat(() -> ended.get() == 1);
        rounds.round();
        assertThat(begun).as("the one left over and the one by hand").hasValue(2);
    }

    /** Whoever is interrupted does not wait. */
    private void stopWithoutPatience() {
        Thread.currentThread().interrupt();
        rounds.stop();
        assertThat(Thread.interrupted()).isTrue();
    }
}
