package io.examledger.platform.axon;

import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.platform.deadline.DeadlineSweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Everything that happens by itself by now: what policies lead to, and what has become due. For the test clock. */
public final class DueWork {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final DeadlineSweep sweep;
    private final List<PolicyRunner> policies;
    private final LedgerEventStorageEngine log;

    DueWork(DeadlineSweep sweep, List<PolicyRunner> policies, LedgerEventStorageEngine log) {
        this.sweep = sweep;
        this.policies = List.copyOf(policies);
        this.log = log;
    }

    /** When something becomes due next. */
    public Optional<Instant> next() {
        return sweep.next();
    }

    /**
     * Does what is due, and waits until all policies have handled all events and nothing has come of it that is due too.
     *
     * @return position of the last event
     * @throws Unfinished if it takes longer than a minute
     */
    public long finish() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long head = log.headPosition();
            boolean settled = policies.stream().allMatch(policy -> policy.handledUpTo() >= head)
                    && sweep.sweep()
                    && sweep.failing() == 0
                    && log.headPosition() == head;
            if (settled) {
                return head;
            }
            if (System.nanoTime() > end) {
                throw new Unfinished(unfinished(head));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String unfinished(long head) {
        List<String> behind = policies.stream()
                .filter(policy -> policy.handledUpTo() < head)
                .map(PolicyRunner::name)
                .toList();
        return "after %d seconds, policies that are behind the log: %s; deadlines that failed: %d"
                .formatted(PATIENCE.toSeconds(), behind, sweep.failing());
    }

    /** What was due could not be done in time. It goes on by itself. */
    public static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfinished(String detail) {
            super(detail);
        }
    }
}
