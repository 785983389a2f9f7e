package io.examledger.command.voucher;

import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentOffTest {
    @ParameterizedTest(name = "{0} minor units less {1} % are {2}")
    @CsvSource({
        "15000, 20, 12000",
        "1, 50, 1",
        "3, 50, 2",
        "1, 51, 0",
        "99, 33, 66",
        "1009, 50, 505",
        "101, 99, 1",
        "149, 99, 1",
        "150, 99, 2",
        "100000000000000, 1, 99000000000000",
        "15000, 100, 0"
    })
    @DisplayName("VOU-4 what is left of the line is rounded half-up to the minor unit, once")
    void a_line_is_rounded_half_up(long line, int percent, long left) {
        assertThat(new PercentOff(percent).applyTo(usd(line))).isEqualTo(usd(left));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 101})
    @DisplayName("VOU-1 a voucher takes something off, and not more than everything")
    void a_percentage_has_bounds(int percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentOff(percent));
    }
}
