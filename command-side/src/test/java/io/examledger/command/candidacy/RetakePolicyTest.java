package io.examledger.command.candidacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetakePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2026-07-01T09:00:00Z, 2026-07-15T09:00:00Z",
        "2, 2026-07-01T09:00:00Z, 2026-08-30T09:00:00Z",
        "3, 2026-07-01T09:00:00Z, 2027-07-01T09:00:00Z",
        "4, 2026-07-01T09:00:00Z, 2027-07-01T09:00:00Z",
        "9, 2026-07-01T09:00:00Z, 2027-07-01T09:00:00Z",
        "1, 2028-02-20T23:59:59.999Z, 2028-03-05T23:59:59.999Z",
        "2, 2028-01-01T00:00:00Z, 2028-03-01T00:00:00Z",
        "2, 2027-01-01T00:00:00Z, 2027-03-02T00:00:00Z",
        "3, 2028-02-29T12:00:00Z, 2029-02-28T12:00:00Z",
        "3, 2027-02-28T12:00:00Z, 2028-02-28T12:00:00Z",
        "3, 2027-03-01T12:00:00Z, 2028-03-01T12:00:00Z"
    })
    @DisplayName("RES-2 14 days after the first failure, 60 after the second, a calendar year after each later one")
    void waits_are_counted_in_calendar_days_and_years(int failures, Instant exam, Instant earliest) {
        assertThat(RetakePolicy.CURRENT.earliestStart(exam, failures)).isEqualTo(earliest);
    }
}
