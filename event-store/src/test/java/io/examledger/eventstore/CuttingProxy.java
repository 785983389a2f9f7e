package io.examledger.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between driver and server, and cuts the line at the next commit. */
final class CuttingProxy implements AutoCloseable {
    enum Cut {
        NOWHERE,
        /** The server never hears of the commit. */
        BEFORE_THE_COMMIT,
        /** The server commits; its answer is lost. */
        BEFORE_THE_ANSWER,
        /** The client is cut off; what it sent comes to the server when it is let through. */
        AND_LET_THROUGH_LATER,
        /** As before the answer, and no new connection is let through. */
        BEFORE_THE_ANSWER_AND_FOR_GOOD
    }

    private final ServerSocket door;
    private final int server;
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NOWHERE);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch later = new CountDownLatch(1);
    private volatile boolean down;

    CuttingProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cutNextCommit(Cut cut) {
        next.set(cut);
    }

    boolean hasCut() {
        return next.get() == Cut.NOWHERE;
    }

    void letThrough() {
        later.countDown();
        down = false;
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("cutting-proxy").start(work);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (down) {
                    client.close();
                    continue;
                }
                Socket backend = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.addAll(List.of(client, backend));
                AtomicReference<Cut> cut = new AtomicReference<>(Cut.NOWHERE);
                start(() -> pump(client, backend, cut, true));
                start(() -> pump(backend, client, cut, false));
            }
        } catch (IOException e) {
            // The door was closed: the test is over.
        }
    }

    /** Copies one direction of a line; both ends are closed when either is, or when the line is cut. */
    private void pump(Socket from, Socket to, AtomicReference<Cut> cut, boolean towardsServer) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (towardsServer && isCommit(buffer, read)) {
                    cut.set(next.getAndSet(Cut.NOWHERE));
                }
                if (towardsServer && cut.get() == Cut.AND_LET_THROUGH_LATER) {
                    from.close();
                    Await.on(later);
                    to.getOutputStream().write(buffer, 0, read);
                    awaitItsEnd(to);
                    return;
                }
                if (towardsServer
                        ? cut.get() == Cut.BEFORE_THE_COMMIT
                        : cut.get() != Cut.NOWHERE && cut.get() != Cut.AND_LET_THROUGH_LATER) {
                    down = cut.get() == Cut.BEFORE_THE_ANSWER_AND_FOR_GOOD;
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // The other end is gone; so is this one.
        }
    }

    /** The answer goes to a client that is not there, which closes the line. */
    private static void awaitItsEnd(Socket backend) {
        Await.until("the server has answered", backend::isClosed);
    }

    /** Of a transaction, or of an append in one round trip. */
    private static boolean isCommit(byte[] buffer, int length) {
        String sent = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        return sent.contains("COMMIT") || sent.contains("unnest(");
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
