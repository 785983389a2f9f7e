package io.examledger.eventstore;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a group and has every member told its outcome, whatever happens. A group that fails is halved until the guilty
 * member is alone, so that a failure is its owner's alone. When a commit is not answered, the log is asked what became
 * of it, and what is not there is written again before anybody else can append.
 */
final class GroupCommit {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private static final int ASKS = 20;
    private static final int ATTEMPTS = 3;

    private final LogWriter writer;
    private final Duration pause;
    private final Runnable changed;

    /**
     * @param pause between two tries to find out what became of a broken commit; it is given up after twenty pauses
     * @param changed told when the log has grown, or may have
     */
    GroupCommit(LogWriter writer, Duration pause, Runnable changed) {
        this.writer = writer;
        this.pause = pause;
        this.changed = changed;
    }

    /** @return what tells the members that were stored; the others have been told */
    Runnable store(List<Member<Append, Long>> group) {
        try {
            return group.isEmpty() ? GroupCommit::nobodyIsTold : write(group, 1);
        } catch (RuntimeException | Error e) {
            AppendOutcomeUnknownException unknown = new AppendOutcomeUnknownException(e);
            group.stream().filter(member -> !member.ended()).forEach(member -> member.fail(unknown));
            throw e;
        }
    }

    private Runnable write(List<Member<Append, Long>> group, int attempt) {
        long[] positions;
        try {
            positions = writer.write(appends(group));
        } catch (RuntimeException e) {
            // An interrupt is meant for the leader's own work, but may just have cost the others the connection.
            boolean interrupted = Thread.interrupted();
            try {
                return unstored(group, attempt, e, interrupted);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return succeeded(group, positions);
    }

    private Runnable unstored(
            List<Member<Append, Long>> group, int attempt, RuntimeException failure, boolean interrupted) {
        if (failure instanceof BrokenCommitException broken) {
            return resolve(group, broken);
        }
        return interrupted && attempt < ATTEMPTS ? write(group, attempt + 1) : failed(group, failure);
    }

    /** Nothing that could fail is left to be done when the members are told. */
    private Runnable succeeded(List<Member<Append, Long>> group, long[] positions) {
        List<Long> boxed = Arrays.stream(positions).boxed().toList();
        return () -> {
            try {
                changed.run();
            } finally {
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).succeed(boxed.get(i));
                }
            }
        };
    }

    private Runnable failed(List<Member<Append, Long>> group, RuntimeException failure) {
        if (failure instanceof LogUnavailableException unavailable && unavailable.nobodysFault()) {
            group.forEach(member -> member.fail(unavailable.forAnother()));
        } else if (group.size() == 1) {
            group.getFirst().fail(failure);
        } else {
            int half = group.size() / 2;
            write(group.subList(0, half), 1).run();
            return write(group.subList(half, group.size()), 1);
        }
        return GroupCommit::nobodyIsTold;
    }

    /** All of the group is stored, or nothing of it. */
    private Runnable resolve(List<Member<Append, Long>> group, BrokenCommitException first) {
        BrokenCommitException broken = first;
        for (int attempt = 2; ; attempt++) {
            log.warn("No answer to the commit of {} appends; asking the log", group.size(), broken.getCause());
            try {
                long[] positions = attempt <= ATTEMPTS
                        ? asked(() -> writer.writeUnlessStored(appends(group)))
                        : asked(() -> writer.positionsIfStored(appends(group)));
                return positions.length > 0 ? succeeded(group, positions) : brokenToTheEnd(group, first);
            } catch (BrokenCommitException again) {
                broken = again;
            } catch (LogUnavailableException e) {
                first.addSuppressed(e);
                return unknown(group, first);
            } catch (RuntimeException refused) {
                return failed(group, refused);
            }
        }
    }

    private Runnable brokenToTheEnd(List<Member<Append, Long>> group, BrokenCommitException first) {
        return first.underTheLock()
                ? failed(group, new LogUnavailableException("the commit broke " + ATTEMPTS + " times", first, true))
                : unknown(group, first);
    }

    private Runnable unknown(List<Member<Append, Long>> group, BrokenCommitException broken) {
        changed.run();
        group.forEach(member -> member.fail(new AppendOutcomeUnknownException(broken)));
        return GroupCommit::nobodyIsTold;
    }

    private static void nobodyIsTold() {
        // All know already.
    }

    private long[] asked(Supplier<long[]> question) {
        long end = System.nanoTime() + pause.multipliedBy(ASKS).toNanos();
        while (true) {
            try {
                return question.get();
            } catch (LogUnavailableException e) {
                if (System.nanoTime() - end >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private static List<Append> appends(List<Member<Append, Long>> group) {
        return group.stream().map(Member::request).toList();
    }
}
