package io.examledger.kernel.redeemcode;

import java.util.Locale;

/**
 * The string a person types to redeem a code (COD-10): 17 random characters of Crockford's base 32 (85 bits, no I, L, O
 * or U) and one check character, shown in three groups of six. It is a secret: {@link #toString()} does not show it.
 *
 * <p>The check character is a position-weighted sum modulo 37 over the 32 characters and five more that only occur as a
 * check ({@code *~$=U}), the ISO 7064 idea with a prime modulus: every single wrong character and every swap of two
 * characters, adjacent or not, changes it.
 */
public final class CodeString {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = ALPHABET + "*~$=U";
    /** Characters that carry randomness: 17 × 5 = 85 bits. */
    public static final int RANDOM_CHARACTERS = 17;

    private static final int GROUP = 6;
    private final String characters;

    private CodeString(String characters) {
        this.characters = characters;
    }

    /**
     * Builds a code string from random values.
     *
     * @param random {@value #RANDOM_CHARACTERS} values from a cryptographic generator; the low five bits of each count
     */
    public static CodeString ofRandom(byte[] random) {
        if (random.length != RANDOM_CHARACTERS) {
            throw new IllegalArgumentException("a code string takes " + RANDOM_CHARACTERS + " random values");
        }
        StringBuilder code = new StringBuilder(RANDOM_CHARACTERS + 1);
        for (byte value : random) {
            code.append(ALPHABET.charAt(value & 31));
        }
        return new CodeString(code.append(checkOf(code)).toString());
    }

    /**
     * Reads what a person typed. Case, spaces and hyphens do not matter; O is read as 0, and I and L as 1.
     *
     * @throws MistypedCodeString if it cannot be a code string; the message says what to look at
     */
    public static CodeString parse(String typed) {
        if (typed.length() > 100) {
            throw new MistypedCodeString("a redeem code has 18 characters");
        }
        StringBuilder code = new StringBuilder(RANDOM_CHARACTERS + 1);
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c != ' ' && c != '-') {
                code.append(readAlike(c, code.length() == RANDOM_CHARACTERS));
            }
        }
        if (code.length() != RANDOM_CHARACTERS + 1) {
            throw new MistypedCodeString("a redeem code has 18 characters, this has " + code.length());
        }
        char check = code.charAt(RANDOM_CHARACTERS);
        code.setLength(RANDOM_CHARACTERS);
        if (check != checkOf(code)) {
            throw new MistypedCodeString("the check character does not fit: compare the code character by character");
        }
        return new CodeString(code.append(check).toString());
    }

    private static char readAlike(char c, boolean check) {
        char read = switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> c;
        };
        if ((check ? CHECK_ALPHABET : ALPHABET).indexOf(read) < 0) {
            throw new MistypedCodeString(
                    "a redeem code consists of digits and of letters other than I, L, O and U; something else was typed");
        }
        return read;
    }

    private static char checkOf(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            sum += (i + 1) * ALPHABET.indexOf(code.charAt(i));
        }
        return CHECK_ALPHABET.charAt(sum % CHECK_ALPHABET.length());
    }

    /** Without separators, upper case: what is digested and encrypted. */
    public String normalised() {
        return characters;
    }

    /** In groups, for people: {@code 7K2QXM-0A9BCD-EF3GH*}. */
    public String grouped() {
        return characters.substring(0, GROUP)
                + '-'
                + characters.substring(GROUP, 2 * GROUP)
                + '-'
                + characters.substring(2 * GROUP);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeString that && characters.equals(that.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    @Override
    public String toString() {
        return "CodeString[secret]";
    }
}
