package io.examledger.query.statistics;

import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.ExamType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a subject (PLT-1, PLT-4). Of those who attended, {@code passed}, {@code failed} and {@code invalid} have a
 * released result and {@code awaiting} have none yet, so the four add up to {@code attended} (RES-1).
 *
 * @param registrations open and finished ones; withdrawn ones do not count
 * @param scheduled appointments that are still to come, or whose day nobody has noted anything of
 * @param missed nobody showed up, or launched the session and showed no documents
 * @param rejected the name on a document was not the legal name
 * @param passRate passed ÷ attended, to four digits; null where nobody attended
 */
public record SubjectStatisticsView(
        String subject,
        String title,
        Category category,
        ExamType examType,
        long registrations,
        long scheduled,
        long missed,
        long rejected,
        long attended,
        long passed,
        long failed,
        long invalid,
        long awaiting,
        @Nullable BigDecimal passRate) {}
