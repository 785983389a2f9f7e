package io.examledger.kernel.redeemcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("COD-10 case, separators and look-alikes do not matter on input")
class ForgivingInputTest {
    private static final CodeString KNOWN = CodeString.parse("7K2QXM0A9BCDEF3GHS");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7k2qxm-0a9bcd-ef3ghs",
                " 7K2QXM 0A9BCD EF3GHS\n",
                "7K-2Q-XM-0A-9B-CD-EF-3G-HS",
                "--7K2QXM0A9BCDEF3GHS--",
                "7K2QXM\t0A9BCD\r\nEF3GHS",
                "7K2QXM\u00A00A9BCD\u00A0EF3GHS",
                "7K2QXM\u20110A9BCD\u2013EF3GHS",
                "7K2QXM\u20140A9BCD\u3000EF3GHS"
            })
    void any_case_and_any_separators_are_read(String typed) {
        assertThat(CodeString.parse(typed)).isEqualTo(KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "o"})
    void the_letter_o_is_read_as_zero(String typed) {
        for (CodeString code : SeededCodes.take(300)) {
            assertThat(CodeString.parse(code.normalised().replace("0", typed))).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "i", "L", "l"})
    void the_letters_i_and_l_are_read_as_one(String typed) {
        for (CodeString code : SeededCodes.take(300)) {
            assertThat(CodeString.parse(code.grouped().replace("1", typed))).isEqualTo(code);
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void a_turkish_server_reads_the_same_code_strings() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (CodeString code : SeededCodes.take(300)) {
                String small = code.normalised().toLowerCase(Locale.ROOT).replace('1', 'i');
                assertThat(CodeString.parse(small)).isEqualTo(code);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7K2QXM0A9BCDEF3GH\u017F", "7K2QXM0A9BCDEF3GH\u00DF", "\u0131K2QXM0A9BCDEF3GHS"})
    void letters_of_other_alphabets_are_not_taken_for_ours(String typed) {
        assertThatExceptionOfType(MistypedCodeString.class).isThrownBy(() -> CodeString.parse(typed));
    }
}
