package io.examledger.command.appointment;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an exam came to, and from when on it can be seen (RES-1). */
record Result(ExamOutcome outcome, @Nullable Score score, Instant releaseAt, boolean released) {
    boolean isDue(Instant at) {
        return !released && !at.isBefore(releaseAt);
    }

    Result asReleased() {
        return new Result(outcome, score, releaseAt, true);
    }
}
