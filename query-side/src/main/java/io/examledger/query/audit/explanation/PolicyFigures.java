package io.examledger.query.audit.explanation;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Figures of the policies in force, with which the command side decides. The platform provides them. */
public interface PolicyFigures {
    /**
     * RES-2.
     *
     * @param failures in a row, at least one
     * @return the first instant at which the next exam may start
     */
    Instant earliestRetake(Instant lastFailed, int failures);

    /** APT-1. */
    Changes changes(DeliveryMode mode);

    /**
     * @param freeUntil how long before the start a change is free; exactly then it still is (APT-4)
     * @param lateFee what it costs after that; null if it is refused
     */
    record Changes(Duration freeUntil, @Nullable Money lateFee) {}
}
