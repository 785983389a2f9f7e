package io.examledger.query.overview;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of the overview (PLT-1). */
public record OverviewView(Codes redeemCodes, Exams exams, List<Subject> subjects) {
    /** COD-11a: purchased = unused + used + refunded + expired, and used = bound + scheduled + completed. */
    public record Codes(
            long purchased,
            long unused,
            long bound,
            long scheduled,
            long completed,
            long used,
            long refunded,
            long expired) {}

    /** @param passRate passed ÷ attended, to four digits; null where nobody attended */
    public record Exams(
            long registrations,
            long attended,
            long passed,
            @Nullable BigDecimal passRate) {}

    /**
     * @param title null until the catalogue has the subject
     * @param passRate as in {@link Exams}
     */
    public record Subject(
            String subject,
            @Nullable String title,
            long registrations,
            long attended,
            long passed,
            @Nullable BigDecimal passRate) {}
}
