package io.examledger.kernel.redeemcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.kernel.order.OrderId;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ORD-7 the id of an order's n-th code")
class RedeemCodeIdTest {
    private static final OrderId ORDER = new OrderId("0198c1a2-7b3d-7e4f-8a5b-6c7d8e9f0a1b");

    @Test
    void follows_from_order_and_number_alone() {
        assertThat(RedeemCodeId.of(ORDER, 42)).isEqualTo(RedeemCodeId.of(ORDER, 42));
        assertThat(RedeemCodeId.of(ORDER, 42)).hasToString("0198c1a2-7b3d-7e4f-8a5b-6c7d8e9f0a1b-0000042");
    }

    @Test
    void has_the_same_length_for_every_number_and_sorts_as_the_numbers_do() {
        Stream<Integer> edges = Stream.of(1, 9, 10, 99, 100, 99_999, 100_000, 999_999, 1_000_000, 9_999_999);

        assertThat(edges.map(number -> RedeemCodeId.of(ORDER, number).value()))
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasSize(36 + 8));
    }

    @Test
    void differs_for_every_number_of_a_large_order() {
        assertThat(IntStream.rangeClosed(1, 100_000).mapToObj(n -> RedeemCodeId.of(ORDER, n)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_000_000, Integer.MAX_VALUE})
    void exists_for_seven_digits_only(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> RedeemCodeId.of(ORDER, number));
    }

    @Test
    void does_not_fit_behind_an_order_id_that_is_too_long() {
        assertThat(RedeemCodeId.of(new OrderId("o".repeat(56)), 1).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> RedeemCodeId.of(new OrderId("o".repeat(57)), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "th-TH-u-nu-thai", "hi-IN-u-nu-deva"})
    @ResourceLock(Resources.LOCALE)
    void is_the_same_on_a_server_that_writes_other_digits(String locale) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(RedeemCodeId.of(ORDER, 1234567).value()).endsWith("-1234567");
        } finally {
            Locale.setDefault(before);
        }
    }
}
