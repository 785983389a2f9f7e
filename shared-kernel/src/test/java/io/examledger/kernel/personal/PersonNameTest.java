package io.examledger.kernel.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ACC-3 a legal name")
class PersonNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "Nguyễn Thị", "李", "O'Neill-Smith", "علی\u200Cرضا", "𠮷"})
    void is_first_and_last_of_a_person_in_any_script(String part) {
        assertThat(new PersonName(part, part, null).full()).isEqualTo(part + " " + part);
    }

    @Test
    void or_is_that_of_an_organisation() {
        assertThat(new PersonName(null, null, "Acme Training GmbH").full()).isEqualTo("Acme Training GmbH");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,-",
                "Ann,-,-",
                "-,Lee,-",
                "Ann,Lee,Acme",
                "-,Lee,Acme",
                "Ann,-,Acme",
                "' ',Lee,-",
                "Ann,'',-",
                "-,-,' '"
            })
    void is_never_half_nor_both_nor_blank(
            @Nullable String first, @Nullable String last, @Nullable String organisation) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(first, last, organisation));
    }

    @Test
    void has_parts_of_at_most_200_characters() {
        String longest = "x".repeat(200);

        assertThat(new PersonName(longest, longest, null).full()).hasSize(401);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonName("Ann", longest + "x", null))
                .withMessageContaining("200");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(null, null, longest + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann\0", "An\nn", "\u007FAnn", "Ann\u0085", "Ann\uD800", "\uDC00Ann", "\uDC00\uD800"})
    void has_no_character_that_cannot_be_stored_or_printed(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(part, "Lee", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("Lee", part, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(null, null, part));
    }

    @Test
    @DisplayName("AUD-5 is not shown by its text form nor by a refusal")
    void is_not_shown_where_it_could_be_logged() {
        assertThat(new PersonName("Ann", "Lee", null)).hasToString("PersonName[personal]");
        assertThat(new PersonName(null, null, "Acme")).hasToString("PersonName[personal]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonName("Annabel\0", "Lee", null))
                .withMessageNotContaining("Annabel");
    }
}
