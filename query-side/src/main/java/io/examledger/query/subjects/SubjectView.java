package io.examledger.query.subjects;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject of the catalogue (CAT-1, CAT-2).
 *
 * @param price for orders placed now
 * @param retired no order can be placed any more (CAT-3)
 */
public record SubjectView(
        String code,
        String title,
        Category category,
        @Nullable String track,
        @Nullable Level level,
        Money price,
        int durationMinutes,
        List<DeliveryMode> deliveryModes,
        ExamType examType,
        boolean retired) {}
