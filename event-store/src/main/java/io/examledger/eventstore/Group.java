package io.examledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Leader and followers: what threads ask for while a turn is under way is done together in the next one. One of the
 * waiting threads is the leader; it does the turn for everybody, appoints the first of those who came meanwhile, and then
 * tells each its outcome: the next turn begins before everybody has been woken.
 *
 * @param <Q> what a thread asks for
 * @param <A> what it is answered
 */
final class Group<Q, A> {
    private final ToIntFunction<Q> size;
    private final int most;
    private final Function<List<Member<Q, A>>, Runnable> turn;
    private final Queue<Member<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /**
     * @param size how much of a turn a request takes
     * @param most a turn may take, unless one request alone takes more
     * @param turn does what a group asked for, and answers what gives every member its outcome that has none yet; one
     *     that throws has done so already
     */
    Group(ToIntFunction<Q> size, int most, Function<List<Member<Q, A>>, Runnable> turn) {
        this.size = size;
        this.most = most;
        this.turn = turn;
    }

    /**
     * Returns when the request's turn is done. An interrupt does not end the waiting; it is kept for the caller.
     *
     * @throws RuntimeException what the turn made this member fail with
     */
    A ask(Q request) {
        Member<Q, A> member = new Member<>(request);
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
            turn().run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Runnable turn() {
        try {
            return turn.apply(nextGroup());
        } finally {
            handOver();
        }
    }

    /** The first waiting members that fit one turn; always at least one if there is any. */
    private List<Member<Q, A>> nextGroup() {
        List<Member<Q, A>> group = new ArrayList<>();
        int taken = 0;
        for (Member<Q, A> next = waiting.peek(); next != null; next = waiting.peek()) {
            taken += size.applyAsInt(next.request());
            if (!group.isEmpty() && taken > most) {
                break;
            }
            group.add(next);
            waiting.remove();
        }
        return group;
    }

    private void handOver() {
        do {
            Member<Q, A> next = waiting.peek();
            if (next != null) {
                next.appoint();
                return;
            }
            led.set(false);
            // Who came between the two lines above saw a leader: look again, unless somebody leads by now.
        } while (!waiting.isEmpty() && led.compareAndSet(false, true));
    }
}
