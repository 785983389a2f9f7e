package io.examledger.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Money MOST = new Money(Long.MAX_VALUE, "USD");

    @Test
    void counts_minor_units() {
        Money price = new Money(150_00, "USD");

        assertThat(price.times(10)).isEqualTo(new Money(1500_00, "USD"));
        assertThat(price.plus(new Money(1, "USD"))).isEqualTo(new Money(150_01, "USD"));
        assertThat(Money.zero("USD").plus(price)).isEqualTo(price);
        assertThat(price.times(0)).isEqualTo(Money.zero("USD"));
    }

    @Test
    void is_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "USD").times(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero("USD").times(-1));
    }

    @Test
    void refuses_to_overflow() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MOST.plus(new Money(1, "USD")));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MOST.times(2));
        assertThat(MOST.plus(Money.zero("USD"))).isEqualTo(MOST);
        assertThat(MOST.times(1)).isEqualTo(MOST);
    }

    @Test
    void amounts_in_different_currencies_do_not_add_up_not_even_with_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, "USD").plus(new Money(1, "EUR")))
                .withMessageContaining("USD")
                .withMessageContaining("EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero("USD").plus(Money.zero("EUR")));
    }

    @Test
    void equal_numbers_of_different_currencies_differ() {
        assertThat(new Money(1, "USD")).isNotEqualTo(new Money(1, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "CNY", "JPY", "KWD"})
    void takes_any_currency_with_minor_units_be_they_none_two_or_three_digits(String currency) {
        assertThat(new Money(1, currency).currency()).isEqualTo(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "USDX", "ABC", "XAU", "XXX", "U\0D", "\uD800SD"})
    void refuses_what_is_no_currency_and_says_so(String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, currency))
                .withMessage("a currency is an ISO 4217 code such as USD");
    }
}
