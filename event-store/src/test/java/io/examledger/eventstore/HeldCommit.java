package io.examledger.eventstore;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;

/** Holds the first commit until it is let go; the others pass. Whoever appends meanwhile becomes the next group. */
class HeldCommit implements Interception {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void beforeCommit(Connection connection) {
        if (reached.getCount() > 0) {
            reached.countDown();
            Await.on(released);
        }
    }

    void awaitReached() {
        Await.on(reached);
    }

    void release() {
        released.countDown();
    }
}
