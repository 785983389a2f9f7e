package io.examledger.eventstore;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One request in its group, and the thread that waits for the answer.
 *
 * @param <Q> what the thread asks for
 * @param <A> what it is answered
 */
final class Member<Q, A> {
    private enum State {
        WAITING,
        LEADING,
        ENDED
    }

    private final Q request;
    private final Thread thread = Thread.currentThread();
    private @Nullable A answer;
    private @Nullable Throwable failure;
    private volatile State state = State.WAITING;

    /** Made by the thread that waits. */
    Member(Q request) {
        this.request = request;
    }

    Q request() {
        return request;
    }

    /** Makes its thread the next leader. */
    void appoint() {
        state = State.LEADING;
        LockSupport.unpark(thread);
    }

    void succeed(A answered) {
        answer = answered;
        end();
    }

    void fail(Throwable cause) {
        failure = cause;
        end();
    }

    private void end() {
        state = State.ENDED;
        LockSupport.unpark(thread);
    }

    boolean ended() {
        return state == State.ENDED;
    }

    /**
     * Waits for the outcome or the leadership. An interrupt does not end the waiting, because the work may be done
     * already; it is kept for the caller.
     *
     * @return whether this thread has to lead now; false when the outcome is there
     */
    boolean awaitTurn() {
        boolean interrupted = false;
        while (state == State.WAITING) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (state == State.ENDED) {
            return false;
        }
        state = State.WAITING;
        return true;
    }

    /** The answer, or whatever the request failed with. */
    A outcome() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return requireNonNull(answer);
    }
}
