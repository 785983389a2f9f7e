package io.examledger.command.appointment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.appointment.Progress.End;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.Score;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an exam came to, and what happened in it that decides that (RES-1, RES-4, APT-9, APT-10). */
public final class Judgement {
    private final Booking booking;
    private final Slot slot;
    private final Progress progress;
    private final @Nullable Result result;

    Judgement(Booking booking, Slot slot, Progress progress, @Nullable Result result) {
        this.booking = booking;
        this.slot = slot;
        this.progress = progress;
        this.result = result;
    }

    /**
     * APT-9: the result is invalid.
     *
     * @return from when on that can be seen
     */
    public Instant terminate(String kind, @Nullable String note, EmbargoPolicy embargo, Instant at) {
        progress.requireLive(slot, at);
        progress.requireSitting();
        requireNoResult();
        apply(BookedEvents.terminated(booking, kind, note, at));
        return Objects.requireNonNull(judge(ExamOutcome.INVALID, null, embargo, at));
    }

    /** APT-10. */
    public void interrupt(boolean contentExposed, Instant at) {
        progress.requireShowUpTime(slot, at);
        requireNoResult();
        if (contentExposed) {
            progress.requireSitting();
        }
        apply(BookedEvents.interrupted(booking, contentExposed, at));
    }

    private void requireNoResult() {
        if (result != null) {
            throw Refusals.conflict(
                    "appointment.judged", "The exam has been judged; what it came to can be corrected (RES-4).");
        }
    }

    /**
     * What the exam came to, at first or as a correction (RES-1, RES-4).
     *
     * @return from when on it can be seen; null if it is what is known already
     */
    public @Nullable Instant judge(ExamOutcome outcome, @Nullable Score score, EmbargoPolicy embargo, Instant at) {
        progress.requireSitting();
        Result before = result;
        if (before == null) {
            Instant releaseAt = embargo.releaseAt(slot.end());
            apply(ResultEvents.recorded(booking, outcome, score, slot.end(), releaseAt, embargo.version(), at));
            return releaseAt;
        }
        if (before.outcome() == outcome && Objects.equals(before.score(), score)) {
            return null;
        }
        apply(ResultEvents.corrected(booking, before, outcome, score, at));
        return before.releaseAt();
    }

    /**
     * Releases the result once it may be seen (RES-1).
     *
     * @return false if it may not, or has been released
     */
    public boolean release(Instant at) {
        boolean due = result != null && result.isDue(at);
        if (due) {
            apply(ResultEvents.released(booking, Objects.requireNonNull(result), slot.start(), at));
        }
        return due;
    }

    /** Whether the registration was used up before the result's release (COD-7). */
    public boolean isForfeited() {
        return progress.end() == End.TERMINATED;
    }
}
