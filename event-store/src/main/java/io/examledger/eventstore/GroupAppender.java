package io.examledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Group append: the units of work that finish while a commit is under way are stored together by the next one. One of
 * the waiting threads is the leader; it writes everybody's rows in one transaction ({@link GroupCommit}), tells each its
 * outcome, and appoints the first of those who came meanwhile. Nobody is told before the commit.
 */
final class GroupAppender {
    private static final int MAX_ROWS = 2_000;

    private final GroupCommit commit;
    private final Queue<Member> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    GroupAppender(GroupCommit commit) {
        this.commit = commit;
    }

    /**
     * Returns when the append is durable. An interrupt does not end the waiting; it is kept for the caller.
     *
     * @return position of the last event stored; of the last one before it where the append has none
     * @throws RuntimeException what {@link LogWriter#write} throws for this append alone, or
     *     {@link AppendOutcomeUnknownException}
     */
    long append(Append append) {
        Member member = new Member(append);
        waiting.add(member);
        if (led.compareAndSet(false, true)) {
            lead();
        }
        while (member.awaitTurn()) {
            lead();
        }
        return member.outcome();
    }

    /** Without an interrupt in the thread: it would fail the others, and H2 closes its file under an interrupted one. */
    private void lead() {
        boolean interrupted = Thread.interrupted();
        try {
            commit.store(nextGroup());
        } finally {
            handOver();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The first waiting members whose rows fit one transaction; always at least one if there is any. */
    private List<Member> nextGroup() {
        List<Member> group = new ArrayList<>();
        int rows = 0;
        for (Member next = waiting.peek(); next != null; next = waiting.peek()) {
            rows += next.append().rows();
            if (!group.isEmpty() && rows > MAX_ROWS) {
                break;
            }
            group.add(next);
            waiting.remove();
        }
        return group;
    }

    private void handOver() {
        do {
            Member next = waiting.peek();
            if (next != null) {
                next.appoint();
                return;
            }
            led.set(false);
            // Who came between the two lines above saw a leader: look again, unless somebody leads by now.
        } while (!waiting.isEmpty() && led.compareAndSet(false, true));
    }
}
