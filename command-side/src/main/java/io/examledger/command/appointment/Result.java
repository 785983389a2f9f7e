package io.examledger.command.appointment;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an exam came to, and from when on it can be seen (RES-1). */
record Result(ExamOutcome outcome, @Nullable Score score, Instant releaseAt, boolean released) {
    boolean isDue(Instant at) {
        return !released && !at.isBefore(releaseAt);
    }

    /** @param before null if nothing had been recorded */
    static Result after(@Nullable Result before, ExamResultEvent event) {
        return switch (event) {
            case ExamResultEvent.Recorded e -> new Result(e.outcome(), e.score(), e.releaseAt(), false);
            case ExamResultEvent.Corrected e ->
                new Result(e.outcome(), e.score(), e.releaseAt(), before != null && before.released);
            case ExamResultEvent.Released e -> {
                Result known = Objects.requireNonNull(before);
                yield new Result(known.outcome, known.score, known.releaseAt, true);
            }
        };
    }
}
