package io.examledger.eventstore;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One append in its group, and the thread that waits for it. */
final class Member {
    private enum State {
        WAITING,
        LEADING,
        ENDED
    }

    private final Append append;
    private final Thread thread = Thread.currentThread();
    private long position;
    private @Nullable Throwable failure;
    private volatile State state = State.WAITING;

    /** Made by the thread that waits. */
    Member(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    /** Makes its thread the next leader. */
    void appoint() {
        state = State.LEADING;
        LockSupport.unpark(thread);
    }

    void succeed(long stored) {
        position = stored;
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
     * Waits for the outcome or the leadership. An interrupt does not end the waiting, because the rows may be stored
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

    /** Position of the last event stored, or whatever the append failed with. */
    long outcome() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return position;
    }
}
