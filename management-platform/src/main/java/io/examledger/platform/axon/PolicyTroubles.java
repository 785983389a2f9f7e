package io.examledger.platform.axon;

import io.examledger.command.Commands.OutcomeUnknown;
import io.examledger.eventstore.LogUnavailableException;
import io.examledger.query.ReadModelBehind;
import io.examledger.query.projection.Failures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.modelling.command.ConcurrencyException;

/** What holds up a policy's segments, until it has passed. Axon shows it for an instant only, then waits to try again. */
final class PolicyTroubles {
    /** Axon tries a failing segment again after a minute at most; one that is not met here any more runs elsewhere. */
    private static final long REMEMBERED = Duration.ofMinutes(2).toNanos();

    private record Trouble(String error, long metAt) {}

    private final Map<Integer, Trouble> bySegment = new ConcurrentHashMap<>();

    /**
     * The database is gone, races were lost, this node is stopping: the event is handled again as if it were new. All
     * else is a bug or a refusal, which the event brings with it.
     */
    static boolean passes(Throwable failure) {
        return Failures.passing(failure) || Failures.causes(failure).anyMatch(PolicyTroubles::isPassing);
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof LogUnavailableException
                || failure instanceof OutcomeUnknown
                || failure instanceof ConcurrencyException
                || failure instanceof ReadModelBehind
                || failure instanceof InterruptedException
                || failure instanceof RejectedExecutionException;
    }

    void met(Segment segment, Exception failure) {
        bySegment.put(segment.getSegmentId(), new Trouble(failure.getClass().getName(), System.nanoTime()));
    }

    void over(Segment segment) {
        bySegment.remove(segment.getSegmentId());
    }

    /** Class of the failure. */
    Optional<String> present() {
        long now = System.nanoTime();
        return bySegment.values().stream()
                .filter(trouble -> now - trouble.metAt() < REMEMBERED)
                .map(Trouble::error)
                .findFirst();
    }
}
