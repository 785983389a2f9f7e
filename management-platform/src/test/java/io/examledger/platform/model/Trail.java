package io.examledger.platform.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The last commands of a history, for whoever reads of its failure. */
final class Trail {
    private static final int SHOWN = 12;
    private final Deque<Past> last = new ArrayDeque<>();

    private record Past(Instant at, Act act) {
        @Override
        public String toString() {
            return "    " + at + " " + act.who() + ": " + act.command();
        }
    }

    void add(Instant at, Act act) {
        last.add(new Past(at, act));
        if (last.size() > SHOWN) {
            last.removeFirst();
        }
    }

    @Override
    public String toString() {
        return last.stream().map(Past::toString).collect(Collectors.joining("\n"));
    }
}
