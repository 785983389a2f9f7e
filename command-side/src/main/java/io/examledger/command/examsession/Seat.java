package io.examledger.command.examsession;

import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place and a time at which somebody can sit an exam.
 *
 * @param siteId null online
 * @param start of the exam; online it is anywhere in the session's hour
 */
public record Seat(ExamSessionId sessionId, @Nullable String siteId, Instant start) {}
