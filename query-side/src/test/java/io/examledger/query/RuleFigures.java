package io.examledger.query;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.query.audit.explanation.PolicyFigures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** As the rule book has them: RES-2, APT-1. */
public final class RuleFigures implements PolicyFigures {
    @Override
    public Instant earliestRetake(Instant lastFailed, int failures) {
        return switch (failures) {
            case 1 -> lastFailed.plus(Duration.ofDays(14));
            case 2 -> lastFailed.plus(Duration.ofDays(60));
            default -> lastFailed.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
        };
    }

    @Override
    public Changes changes(DeliveryMode mode) {
        return mode == DeliveryMode.TEST_CENTER
                ? new Changes(Duration.ofHours(72), null)
                : new Changes(Duration.ofHours(24), new Money(25_00, "USD"));
    }
}
