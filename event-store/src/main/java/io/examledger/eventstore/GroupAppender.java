package io.examledger.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group append: the units of work that finish while a commit is under way are stored together by the next one. One of
 * the waiting threads is the leader; it writes everybody's rows in one transaction, tells each its outcome, and appoints
 * the first of those who came meanwhile. Nobody is told before the commit. If a group fails, its members are written one
 * by one, so that a failure is its owner's alone.
 */
final class GroupAppender {
    private static final Logger log = LoggerFactory.getLogger(GroupAppender.class);

    private static final int MAX_ROWS = 2_000;
    private static final int RESOLVE_ATTEMPTS = 20;

    private final LogWriter writer;
    private final Duration resolvePause;
    private final LongConsumer onCommit;
    private final Queue<Member> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /**
     * @param resolvePause between two tries to find out what became of a broken commit
     * @param onCommit told the position of each group's last event, after its commit
     */
    GroupAppender(LogWriter writer, Duration resolvePause, LongConsumer onCommit) {
        this.writer = writer;
        this.resolvePause = resolvePause;
        this.onCommit = onCommit;
    }

    /**
     * Returns when the append is durable. An interrupt does not end the waiting (the rows may be stored already); it is
     * kept for the caller.
     *
     * @return position of the last event stored; of the last one before it where the append has none
     * @throws RuntimeException what {@link LogWriter#write} throws for this append alone, or
     *     {@link AppendOutcomeUnknownException}
     */
    long append(Append append) {
        Member member = new Member(append, Thread.currentThread());
        waiting.add(member);
        if (led.compareAndSet(false, true)) {
            lead();
        }
        boolean interrupted = false;
        while (true) {
            State state = member.state;
            if (state == State.LEADING) {
                member.state = State.WAITING;
                lead();
            } else if (state == State.ENDED) {
                break;
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return member.outcome();
    }

    private void lead() {
        List<Member> group = nextGroup();
        try {
            if (!group.isEmpty()) {
                write(group);
            }
        } finally {
            handOver();
        }
    }

    /** The first waiting members whose rows fit one statement; always at least one if there is any. */
    private List<Member> nextGroup() {
        List<Member> group = new ArrayList<>();
        int rows = 0;
        for (Member next = waiting.peek(); next != null; next = waiting.peek()) {
            rows += next.append.rows();
            if (!group.isEmpty() && rows > MAX_ROWS) {
                break;
            }
            group.add(next);
            waiting.remove();
        }
        return group;
    }

    private void handOver() {
        while (true) {
            Member next = waiting.peek();
            if (next != null) {
                next.appoint();
                return;
            }
            led.set(false);
            if (waiting.isEmpty() || !led.compareAndSet(false, true)) {
                return;
            }
        }
    }

    private void write(List<Member> group) {
        try {
            long[] positions =
                    writer.write(group.stream().map(member -> member.append).toList());
            onCommit.accept(positions[positions.length - 1]);
            for (int i = 0; i < positions.length; i++) {
                group.get(i).succeed(positions[i]);
            }
        } catch (BrokenCommitException e) {
            resolve(group, e);
        } catch (RuntimeException | Error e) {
            if (e instanceof LogUnavailableException unavailable && unavailable.nobodysFault()) {
                group.forEach(member -> member.fail(e));
            } else if (group.size() == 1) {
                group.get(0).fail(e);
            } else {
                group.forEach(member -> write(List.of(member)));
            }
        }
    }

    /** Finds out what became of a group whose commit was not answered: all of it is stored, or nothing. */
    private void resolve(List<Member> group, BrokenCommitException broken) {
        log.warn("No answer to the commit of {} appends; asking the log", group.size(), broken.getCause());
        for (int attempt = 0; attempt < RESOLVE_ATTEMPTS; attempt++) {
            try {
                long[] positions = writer.positionsIfStored(
                        group.stream().map(member -> member.append).toList());
                if (positions.length == 0) {
                    group.forEach(member -> write(List.of(member)));
                } else {
                    onCommit.accept(positions[positions.length - 1]);
                    for (int i = 0; i < positions.length; i++) {
                        group.get(i).succeed(positions[i]);
                    }
                }
                return;
            } catch (LogUnavailableException e) {
                broken.addSuppressed(e);
                LockSupport.parkNanos(resolvePause.toNanos());
            }
        }
        group.forEach(member -> member.fail(new AppendOutcomeUnknownException(broken)));
    }

    private enum State {
        WAITING,
        LEADING,
        ENDED
    }

    private static final class Member {
        private final Append append;
        private final Thread thread;
        private long position;
        private @Nullable Throwable failure;
        private volatile State state = State.WAITING;

        private Member(Append append, Thread thread) {
            this.append = append;
            this.thread = thread;
        }

        private void appoint() {
            state = State.LEADING;
            LockSupport.unpark(thread);
        }

        private void succeed(long stored) {
            position = stored;
            end();
        }

        private void fail(Throwable cause) {
            failure = cause;
            end();
        }

        private void end() {
            state = State.ENDED;
            LockSupport.unpark(thread);
        }

        private long outcome() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            return position;
        }
    }
}
