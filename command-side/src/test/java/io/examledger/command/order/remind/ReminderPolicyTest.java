package io.examledger.command.order.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPolicyTest {
    @ParameterizedTest(name = "{0} days before {1} in {2}: {3}")
    @CsvSource({
        "90, 2027-01-10T09:30:00Z, UTC, 2026-10-12T09:30:00Z",
        "15, 2027-01-10T09:30:00Z, UTC, 2026-12-26T09:30:00Z",
        // Leap day: in 2024 there is one between, in 2025 none. Paid 2024-02-29 ends 2025-02-28 (ORD-3).
        "30, 2024-03-15T00:00:00Z, UTC, 2024-02-14T00:00:00Z",
        "30, 2025-03-15T00:00:00Z, UTC, 2025-02-13T00:00:00Z",
        "15, 2024-03-15T00:00:00Z, UTC, 2024-02-29T00:00:00Z",
        "60, 2025-02-28T23:59:59.999999Z, UTC, 2024-12-30T23:59:59.999999Z",
        // Clocks in Berlin go forward on 2026-03-29 and back on 2026-10-25: the time of day stays, the instant moves.
        "15, 2026-04-10T10:00:00Z, Europe/Berlin, 2026-03-26T11:00:00Z",
        "15, 2026-11-05T11:00:00Z, Europe/Berlin, 2026-10-21T10:00:00Z",
        // 02:30 does not exist on 2026-03-29: an hour later. It exists twice on 2026-10-25: the first one.
        "30, 2026-04-28T00:30:00Z, Europe/Berlin, 2026-03-29T01:30:00Z",
        "30, 2026-11-24T01:30:00Z, Europe/Berlin, 2026-10-25T00:30:00Z"
    })
    @DisplayName("ORD-5 thresholds are days of the calendar in the configured zone")
    void thresholds_are_calendar_days(int days, Instant validUntil, String zone, Instant reached) {
        assertThat(ReminderPolicy.in(ZoneId.of(zone)).reachedAt(days, validUntil))
                .isEqualTo(reached);
    }

    @Test
    @DisplayName("ORD-5 90, 60, 30 and 15 days before expiry")
    void these_are_the_thresholds() {
        ReminderPolicy policy = ReminderPolicy.in(ZoneId.of("UTC"));
        assertThat(policy.days()).containsExactly(90, 60, 30, 15);
        assertThat(policy.version()).isEqualTo(1);
    }
}
