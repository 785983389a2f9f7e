package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Fault.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks an export of the log against heads and, if there is one, an older export. Memory does not grow with the log. */
final class OfflineCheck {
    private final PrintStream out;

    OfflineCheck(PrintStream out) {
        this.out = out;
    }

    Optional<Fault> check(Options options, Heads trusted) throws IOException {
        Path log = options.file("log");
        List<Head> heads = new ArrayList<>();
        heads.add(trusted.one("head", options.file("head")));
        for (Path older : options.files("older-head")) {
            heads.addAll(trusted.all("older head", older));
        }
        LogCheck check = LogCheck.fromStart(heads);
        Optional<Fault> fault;
        try (Lines events = new Lines(log);
                Lines older = new Lines(
                        options.files("older-log").stream().findFirst().orElse(null))) {
            fault = follow(check, events, older);
        }
        if (fault.isEmpty()) {
            fault = check.end();
        }
        out.println(
                "log          %d events are chained, the last has hash %s".formatted(check.position(), check.hash()));
        if (check.heldBack() > 0) {
            out.println("             %d of them hold back what they say: nothing but their places is checked"
                    .formatted(check.heldBack()));
        }
        heads.stream().mapToLong(Head::size).max().stream()
                .filter(size -> size < check.position())
                .forEach(size -> out.println(
                        "             no head speaks for events %d to %d: they may have been put there later"
                                .formatted(size + 1, check.position())));
        return fault;
    }

    private static Optional<Fault> follow(LogCheck check, Lines events, Lines older) throws IOException {
        Optional<Fault> fault = Optional.empty();
        while (fault.isEmpty()) {
            long position = check.position() + 1;
            LoggedEvent event;
            LoggedEvent earlier;
            try {
                event = events.next();
                earlier = older.next();
            } catch (IllegalArgumentException | CharacterCodingException e) {
                return Optional.of(new Fault(Kind.UNREADABLE, position, String.valueOf(e.getMessage())));
            }
            if (event == null) {
                return earlier == null
                        ? Optional.empty()
                        : Optional.of(
                                new Fault(Kind.CUT_OFF, position, "the log ends before it; the older one does not"));
            }
            fault = differs(event, earlier, position) ? rewritten(check, event, position) : check.next(event);
        }
        return fault;
    }

    private static boolean differs(LoggedEvent event, @Nullable LoggedEvent earlier, long position) {
        return earlier != null && event.position() == position && !earlier.equals(event);
    }

    /** A plain change is told as such; only what is chained anew is told from the older log. */
    private static Optional<Fault> rewritten(LogCheck check, LoggedEvent event, long position) {
        Optional<Fault> plain = check.next(event).filter(fault -> fault.kind() == Kind.CHANGED);
        return plain.isPresent()
                ? plain
                : Optional.of(new Fault(Kind.REWRITTEN, position, "the older log has another event here"));
    }

    /** Events of a file, one a line; none without a file. */
    private static final class Lines implements AutoCloseable {
        private final @Nullable BufferedReader reader;

        Lines(@Nullable Path file) throws IOException {
            reader = file == null ? null : Files.newBufferedReader(file);
        }

        @Nullable
        LoggedEvent next() throws IOException {
            String line = reader == null ? null : reader.readLine();
            return line == null ? null : LoggedEvent.ofLine(line);
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
