package io.examledger.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityPolicyTest {
    @ParameterizedTest(name = "paid {0}, valid until {1}")
    @CsvSource({
        "2026-01-10T09:30:00Z, 2027-01-10T09:30:00Z",
        "2024-02-29T23:59:59.999999Z, 2025-02-28T23:59:59.999999Z",
        "2023-02-28T10:00:00Z, 2024-02-28T10:00:00Z",
        "2023-03-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "2025-12-31T23:59:59Z, 2026-12-31T23:59:59Z"
    })
    @DisplayName("ORD-3 one calendar year in UTC, at the same time of day")
    void an_order_is_valid_for_one_calendar_year(Instant paidAt, Instant validUntil) {
        assertThat(ValidityPolicy.CURRENT.validUntil(paidAt)).isEqualTo(validUntil);
    }

    @Test
    @DisplayName("ORD-3 the span is a policy figure")
    void another_policy_has_another_span() {
        assertThat(new ValidityPolicy(2, 4).validUntil(Instant.parse("2024-02-29T08:00:00Z")))
                .isEqualTo(Instant.parse("2028-02-29T08:00:00Z"));
    }
}
