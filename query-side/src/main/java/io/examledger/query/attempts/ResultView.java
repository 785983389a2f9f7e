package io.examledger.query.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.appointment.ExamOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A released result as it stands after all corrections (RES-1, RES-4).
 *
 * @param score points; left out if the exam has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultView(ExamOutcome outcome, @Nullable Integer score, Instant releasedAt) {}
