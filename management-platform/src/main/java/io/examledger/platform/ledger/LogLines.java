package io.examledger.platform.ledger;

import io.examledger.eventstore.LogUnavailableException;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.tree.LoggedRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The log as lines, read page by page as they are sent: memory does not grow with the log, and a slow client keeps no
 * connection to the database. Breaks off if the database goes away, so that nobody takes a part for the whole.
 */
final class LogLines extends InputStream {
    private static final int PAGE = 500;
    private static final int NOTHING_MORE = -1;
    private static final int UNSIGNED = 0xff;

    private final LoggedRows rows;
    private final Embargo embargo;
    private final long to;
    private long after;
    private boolean finished;
    private byte[] lines = {};
    private int next;

    /**
     * @param after exclusive
     * @param to inclusive
     */
    LogLines(LoggedRows rows, Embargo embargo, long after, long to) {
        this.rows = rows;
        this.embargo = embargo;
        this.after = after;
        this.to = to;
    }

    @Override
    public int read() throws IOException {
        return more() ? lines[next++] & UNSIGNED : NOTHING_MORE;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return NOTHING_MORE;
        }
        int taken = Math.min(length, lines.length - next);
        System.arraycopy(lines, next, target, offset, taken);
        next += taken;
        return taken;
    }

    private boolean more() throws IOException {
        while (next == lines.length && !finished) {
            try {
                readPage();
            } catch (LogUnavailableException e) {
                throw new IOException("the log could not be read to its end", e);
            }
        }
        return next < lines.length;
    }

    private void readPage() {
        List<LoggedEvent> page = rows.after(after, to, PAGE);
        StringBuilder text = new StringBuilder();
        for (LoggedEvent event : page) {
            text.append(embargo.shown(event).line()).append('\n');
            after = event.position();
        }
        lines = text.toString().getBytes(StandardCharsets.UTF_8);
        next = 0;
        finished = page.size() < PAGE;
    }
}
