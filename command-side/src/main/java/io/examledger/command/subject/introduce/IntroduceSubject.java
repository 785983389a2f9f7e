package io.examledger.command.subject.introduce;

import io.examledger.command.subject.ListPrice;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds a subject to the catalogue. A career subject lies on a track and has a level (CAT-1). */
public record IntroduceSubject(
        SubjectCode code,
        String title,
        Category category,
        @Nullable String track,
        @Nullable Level level,
        Money price,
        int durationMinutes,
        List<DeliveryMode> deliveryModes,
        ExamType examType,
        Instant at) {
    public IntroduceSubject {
        ListPrice.checked(price);
        deliveryModes = List.copyOf(deliveryModes);
        if (category == Category.CAREER && (track == null || level == null)) {
            throw new IllegalArgumentException("a career subject lies on a track and has a level (CAT-1)");
        }
    }
}
