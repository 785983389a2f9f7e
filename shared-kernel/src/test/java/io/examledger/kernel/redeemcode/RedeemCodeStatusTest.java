package io.examledger.kernel.redeemcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedeemCodeStatusTest {
    @Test
    @DisplayName("COD-11a used means bound, scheduled or completed")
    void used_means_bound_scheduled_or_completed() {
        assertThat(Arrays.stream(RedeemCodeStatus.values()).filter(RedeemCodeStatus::isUsed))
                .containsExactly(RedeemCodeStatus.BOUND, RedeemCodeStatus.SCHEDULED, RedeemCodeStatus.COMPLETED);
    }
}
