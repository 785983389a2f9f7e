package io.examledger.kernel.redeemcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("COD-10 a typing error is told from an unknown code")
class TypingErrorTest {
    private static final String EVERY_CHARACTER = CodeString.ALPHABET + "*~$=U";
    private static final String KNOWN = "7K2QXM0A9BCDEF3GHS";

    @Test
    void every_single_wrong_character_is_refused() {
        int tried = 0;
        for (CodeString code : SeededCodes.take(300)) {
            for (int i = 0; i < code.normalised().length(); i++) {
                for (int k = 0; k < EVERY_CHARACTER.length(); k++) {
                    char wrong = EVERY_CHARACTER.charAt(k);
                    if (wrong != code.normalised().charAt(i)) {
                        assertRefused(with(code, i, wrong));
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isEqualTo(300 * 18 * 36);
    }

    @Test
    void every_swap_of_two_different_characters_is_refused() {
        int tried = 0;
        for (CodeString code : SeededCodes.take(1000)) {
            String right = code.normalised();
            for (int i = 0; i < right.length(); i++) {
                for (int j = i + 1; j < right.length(); j++) {
                    if (right.charAt(i) != right.charAt(j)) {
                        StringBuilder swapped = new StringBuilder(right);
                        swapped.setCharAt(i, right.charAt(j));
                        swapped.setCharAt(j, right.charAt(i));
                        assertRefused(swapped.toString());
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(140_000);
    }

    @Test
    void every_lost_or_doubled_character_is_refused() {
        for (CodeString code : SeededCodes.take(100)) {
            for (int i = 0; i < code.normalised().length(); i++) {
                StringBuilder right = new StringBuilder(code.normalised());
                assertRefused(right.insert(i, right.charAt(i)).toString());
                assertRefused(right.delete(i, i + 2).toString());
            }
        }
    }

    @Test
    void every_character_of_unicode_in_the_place_of_another_is_refused_or_read_as_that_other() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String typed = c + KNOWN.substring(1);
            if (c == '7') {
                assertThat(CodeString.parse(typed).normalised()).isEqualTo(KNOWN);
            } else {
                assertRefused(typed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "7K2QXM",
                "7K2QXM0A9BCDEF3GH",
                "7K2QXM0A9BCDEF3GHSS",
                "7K2QXM0A9BCDEF3GH\0",
                "\0007K2QXM0A9BCDEF3GHS",
                "7K2QXM0A9BCDEF3GHS\uD800",
                "\uDC007K2QXM0A9BCDEF3GHS",
                "7K2QXM\uD83D\uDE000A9BCDEF3GHS",
                "7\uFF2B2QXM0A9BCDEF3GHS",
                "\u0667K2QXM0A9BCDEF3GHS",
                "7K2QXM_0A9BCD_EF3GHS",
                "7K2QXM\u200B0A9BCDEF3GHS"
            })
    void what_cannot_be_a_code_string_is_refused(String typed) {
        assertRefused(typed);
    }

    @Test
    void very_long_input_is_refused_unread() {
        assertRefused(KNOWN + " ".repeat(83));
        assertRefused("7".repeat(2_000_000));
        assertThat(CodeString.parse(KNOWN + " ".repeat(82)).normalised()).isEqualTo(KNOWN);
    }

    @Test
    void the_message_says_what_to_look_at() {
        assertThat(refusalOf("7K2QXM")).isEqualTo("a code has 18 characters, this has 6");
        assertThat(refusalOf("7K2QXM-0A9BCD-EF3G!S")).contains("other than I, L, O and U");
        assertThat(refusalOf("*K2QXM-0A9BCD-EF3GHS")).contains("only its last character");
        assertThat(refusalOf("8K2QXM-0A9BCD-EF3GHS")).contains("check character");
        assertThat(refusalOf("K2QXM-0A9BCD-EF3GR~")).isEqualTo("a code has 18 characters, this has 17");
    }

    @Test
    void the_message_never_repeats_what_was_typed() {
        for (CodeString code : SeededCodes.take(200)) {
            String right = code.normalised();
            for (String typed : new String[] {
                right.substring(1), right + right, with(code, 3, '!'), with(code, 3, next(right.charAt(3)))
            }) {
                assertThat(refusalOf(typed))
                        .doesNotContainIgnoringCase(right.substring(0, 3))
                        .doesNotContainIgnoringCase(right.substring(4, 10))
                        .doesNotContain("!");
            }
        }
    }

    private static char next(char c) {
        return CodeString.ALPHABET.charAt((CodeString.ALPHABET.indexOf(c) + 1) % CodeString.ALPHABET.length());
    }

    private static String with(CodeString code, int position, char character) {
        StringBuilder changed = new StringBuilder(code.normalised());
        changed.setCharAt(position, character);
        return changed.toString();
    }

    private static String refusalOf(String typed) {
        try {
            CodeString.parse(typed);
        } catch (MistypedCodeString e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("a wrong code string was accepted");
    }

    private static void assertRefused(String typed) {
        assertThatExceptionOfType(MistypedCodeString.class)
                .isThrownBy(() -> CodeString.parse(typed))
                .withNoCause();
    }
}
