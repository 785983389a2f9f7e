package io.examledger.query.access;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.personal.PersonalDataEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one reader has been opened and the log does not know yet: kept together, so that a page of a list is one event. Not for several
 * threads.
 */
public final class PendingReads {
    /** An event names no more than a page of a list can show. */
    private static final int MOST = 500;

    private final ReadLog log;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Set<String> accounts = new TreeSet<>();

    public PendingReads(ReadLog log, Identifiers identifiers, Clock clock) {
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public void add(Set<String> opened) {
        accounts.addAll(opened);
    }

    /** Whether it is as much as an event takes. */
    boolean isFull() {
        return accounts.size() >= MOST;
    }

    /**
     * Who was shown it, and by what.
     *
     * @param subject of the caller
     * @param resource what was asked for
     * @param purpose null if none was given
     * @param correlationId of the request or export
     * @param causationId the same as events name it
     */
    public record Reading(
            String subject, String resource, @Nullable String purpose, String correlationId, String causationId) {}

    /** Keeps what there is; nothing if there is nothing. */
    public void keep(Reading reading) {
        List<String> all = new ArrayList<>(accounts);
        accounts.clear();
        for (int from = 0; from < all.size(); from += MOST) {
            log.append(
                    new PersonalDataEvent.Read(
                            identifiers.next(),
                            reading.subject(),
                            all.subList(from, Math.min(all.size(), from + MOST)),
                            reading.resource(),
                            reading.purpose(),
                            clock.instant()),
                    reading.correlationId(),
                    reading.causationId());
        }
    }
}
