package io.examledger.platform.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.eventstore.proof.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the log that was asked for.
 *
 * @param asked what was asked for, as it was given
 * @param from position of the first event
 * @param to position of the last
 * @param firstAnswered how many events were done when it was first answered as running; null if it has not been
 */
record Verification(
        String verificationId,
        Asked asked,
        long from,
        long to,
        Status status,
        long eventsDone,
        long millis,
        @Nullable Fault fault,
        @Nullable Long firstAnswered) {
    /** What has become of it. */
    enum Status {
        RUNNING,
        INTACT,
        BROKEN
    }

    /**
     * The body of a request.
     *
     * @param from position of the first event, 1 without it
     * @param to position of the last; without it, the last one then, and no anchored head may speak of more
     */
    record Asked(@Nullable Long from, @Nullable Long to) {}

    /**
     * As it is answered.
     *
     * @param faultAt position of the first event that is not what it was, or is missing
     * @param faultKind in what way
     * @param fault for a person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String verificationId,
            Status status,
            long from,
            long to,
            long eventsDone,
            long eventsTotal,
            long eventsPerSecond,
            @Nullable Long faultAt,
            Fault.@Nullable Kind faultKind,
            @Nullable String fault) {}

    private static final long MILLIS = 1_000;

    View view() {
        return new View(
                verificationId,
                status,
                from,
                to,
                eventsDone,
                total(),
                eventsDone * MILLIS / Math.max(1, millis),
                fault == null ? null : fault.position(),
                fault == null ? null : fault.kind(),
                fault == null ? null : fault.detail());
    }

    /** The same to a repeat as to the first request. */
    View firstView() {
        return firstAnswered == null
                ? view()
                : new View(verificationId, Status.RUNNING, from, to, firstAnswered, total(), 0, null, null, null);
    }

    private long total() {
        return to - from + 1;
    }
}
