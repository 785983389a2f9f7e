package io.examledger.command.candidacy;

import io.examledger.kernel.appointment.ExamOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exams that a person has sat in a subject, and what they mean for the next one (RES-2). */
final class Attempts {
    private final Map<String, Attempt> byAppointment = new HashMap<>();

    /** @param outcome null while nobody has entered a result; nobody else may know of it before {@code releaseAt} */
    private record Attempt(Instant start, @Nullable ExamOutcome outcome, Instant releaseAt) {
        boolean releasedBy(Instant at) {
            return outcome != null && !at.isBefore(releaseAt);
        }
    }

    void begin(String appointment, Instant start) {
        byAppointment.put(appointment, new Attempt(start, null, Instant.MAX));
    }

    /** Once more after a correction (RES-4). */
    void judge(String appointment, Instant start, ExamOutcome outcome, Instant releaseAt) {
        byAppointment.put(appointment, new Attempt(start, outcome, releaseAt));
    }

    /** The attempt does not count. */
    void drop(String appointment) {
        byAppointment.remove(appointment);
    }

    /** An attempt that ended without a result, by a wrong name on an ID, does not count. */
    void dropUnjudged(String appointment) {
        byAppointment.computeIfPresent(appointment, (id, attempt) -> attempt.outcome == null ? null : attempt);
    }

    boolean isPending(Instant at) {
        return byAppointment.values().stream().anyMatch(attempt -> !attempt.releasedBy(at));
    }

    boolean isReleased(String appointment, Instant at) {
        Attempt attempt = byAppointment.get(appointment);
        return attempt != null && attempt.releasedBy(at);
    }

    /**
     * The first instant at which the next exam may start. Every attempt since the last pass that was none counts as a
     * failure, an invalid one included.
     */
    Instant earliestStart(RetakePolicy policy) {
        List<Attempt> inOrder = byAppointment.values().stream()
                .sorted(Comparator.comparing(Attempt::start))
                .toList();
        int failures = 0;
        Instant last = Instant.MIN;
        for (Attempt attempt : inOrder) {
            failures = attempt.outcome == ExamOutcome.PASS ? 0 : failures + 1;
            last = attempt.start;
        }
        return failures == 0 ? Instant.MIN : policy.earliestStart(last, failures);
    }
}
