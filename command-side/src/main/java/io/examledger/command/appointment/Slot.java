package io.examledger.command.appointment;

import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an exam is sat.
 *
 * @param siteId null online
 * @param showUpFrom first instant at which the examinee can show up (APT-2)
 * @param showUpUntil last instant at which they can
 */
public record Slot(
        ExamSessionId sessionId,
        @Nullable String siteId,
        Instant start,
        Instant end,
        Instant showUpFrom,
        Instant showUpUntil) {
    static final Slot NONE =
            new Slot(new ExamSessionId("none"), null, Instant.MIN, Instant.MIN, Instant.MIN, Instant.MIN);

    public Duration length() {
        return Duration.between(start, end);
    }
}
