package io.examledger.kernel.subject;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a subject (CAT-1 to CAT-3). */
public sealed interface SubjectEvent {
    String subject();

    /** @param durationMinutes length of the exam in minutes */
    @EventType(
            value = "subject.introduced",
            rules = {"CAT-1", "CAT-2"})
    record Introduced(
            String subject,
            String title,
            Category category,
            @Nullable String track,
            @Nullable Level level,
            Money price,
            int durationMinutes,
            List<DeliveryMode> deliveryModes,
            ExamType examType,
            Instant introducedAt)
            implements SubjectEvent {
        public Introduced {
            deliveryModes = List.copyOf(deliveryModes);
        }
    }

    /** For later orders only (CAT-3). */
    @EventType(value = "subject.price-changed", rules = "CAT-3")
    record PriceChanged(String subject, Money price, Instant changedAt) implements SubjectEvent {}

    /** No later order can be placed (CAT-3). */
    @EventType(value = "subject.retired", rules = "CAT-3")
    record Retired(String subject, Instant retiredAt) implements SubjectEvent {}
}
