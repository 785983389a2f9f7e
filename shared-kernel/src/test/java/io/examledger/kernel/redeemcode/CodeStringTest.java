package io.examledger.kernel.redeemcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("COD-10 a code string")
class CodeStringTest {
    /** Made by another program from the definition, so that the check cannot drift unnoticed. */
    private static final String KNOWN = "7K2QXM-0A9BCD-EF3GHS";

    @Test
    void has_seventeen_random_characters_of_a_32_letter_alphabet_which_is_85_bits() {
        Set<Character> letters = new HashSet<>();
        CodeString.ALPHABET.chars().forEach(letter -> letters.add((char) letter));

        assertThat(letters).hasSize(32).doesNotContain('I', 'L', 'O', 'U');
        assertThat(CodeString.RANDOM_CHARACTERS * 5).isEqualTo(85).isGreaterThanOrEqualTo(80);
    }

    @Test
    void shows_each_of_the_85_random_bits() {
        byte[] random = new byte[CodeString.RANDOM_CHARACTERS];
        Set<CodeString> codes = new HashSet<>(Set.of(CodeString.ofRandom(random)));
        for (int position = 0; position < random.length; position++) {
            for (int bit = 1; bit < 32; bit <<= 1) {
                random[position] = (byte) bit;
                codes.add(CodeString.ofRandom(random));
            }
            random[position] = 0;
        }

        assertThat(codes).hasSize(86);
    }

    @Test
    void takes_the_low_five_bits_of_any_byte() {
        byte[] low = new byte[CodeString.RANDOM_CHARACTERS];
        byte[] high = new byte[CodeString.RANDOM_CHARACTERS];
        for (int i = 0; i < low.length; i++) {
            low[i] = (byte) i;
            high[i] = (byte) (i | 0xE0);
        }

        assertThat(CodeString.ofRandom(high)).isEqualTo(CodeString.ofRandom(low));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 18})
    void is_not_made_of_too_few_or_too_many_random_values(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> CodeString.ofRandom(new byte[length]));
    }

    @Test
    void has_the_check_character_of_the_published_definition() {
        CodeString known = CodeString.parse(KNOWN);

        assertThat(known.normalised()).isEqualTo("7K2QXM0A9BCDEF3GHS");
        assertThat(known.grouped()).isEqualTo(KNOWN);
    }

    @Test
    void is_read_back_from_both_of_its_forms() {
        for (CodeString code : SeededCodes.take(500)) {
            assertThat(CodeString.parse(code.normalised())).isEqualTo(code);
            assertThat(CodeString.parse(code.grouped())).isEqualTo(code).hasSameHashCodeAs(code);
            assertThat(code.normalised()).hasSize(18);
            assertThat(code.grouped()).matches("[^-]{6}-[^-]{6}-[^-]{6}");
        }
    }

    @Test
    void equals_only_the_same_characters() {
        CodeString known = CodeString.parse(KNOWN);

        assertThat(known).isNotEqualTo(SeededCodes.take(1).getFirst()).isNotEqualTo(KNOWN);
    }

    @Test
    void is_not_shown_by_its_text_form() {
        for (CodeString code : SeededCodes.take(50)) {
            assertThat(code).hasToString("CodeString[secret]");
        }
    }
}
