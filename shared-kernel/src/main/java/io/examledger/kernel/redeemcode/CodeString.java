package io.examledger.kernel.redeemcode;

/**
 * The string a person types to redeem a code (COD-10) or to use a voucher (VOU-1): 17 random characters of Crockford's base 32 (85 bits, no I, L, O
 * or U) and one check character, shown in three groups of six. It is a secret: {@link #toString()} does not show it.
 *
 * <p>The check character is a position-weighted sum modulo 37 over the 32 characters and five more that only occur as a
 * check ({@code *~$=U}), the ISO 7064 idea with a prime modulus: every single wrong character and every swap of two
 * characters, adjacent or not, the check character's included, is noticed.
 */
public final class CodeString {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = ALPHABET + "*~$=U";
    /** Characters that carry randomness: 17 × 5 = 85 bits. */
    public static final int RANDOM_CHARACTERS = 17;

    private static final int CHARACTERS = RANDOM_CHARACTERS + 1;
    private static final int GROUP = 6;
    /** Room for any grouping; what is longer is not worth reading. */
    private static final int LONGEST_INPUT = 100;

    private static final String FOREIGN_CHARACTER =
            "a code consists of digits and of letters other than I, L, O and U; only its last character may also be"
                    + " one of * ~ $ = U";

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
        StringBuilder code = new StringBuilder(CHARACTERS);
        for (byte value : random) {
            code.append(ALPHABET.charAt(value & 31));
        }
        return new CodeString(code.append(checkOf(code)).toString());
    }

    /**
     * Reads what a person typed. Case, white space, hyphens and dashes do not matter; O is read as 0, and I and L as 1.
     *
     * @throws MistypedCodeString if it cannot be a code string; the message says what to look at
     */
    public static CodeString parse(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            throw new MistypedCodeString("a code has " + CHARACTERS + " characters");
        }
        StringBuilder code = new StringBuilder(CHARACTERS);
        typed.chars().filter(c -> !separates(c)).forEach(c -> code.append(read((char) c)));
        if (code.length() != CHARACTERS) {
            throw new MistypedCodeString("a code has " + CHARACTERS + " characters, this has " + code.length());
        }
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                throw new MistypedCodeString(FOREIGN_CHARACTER);
            }
        }
        if (code.charAt(RANDOM_CHARACTERS) != checkOf(code)) {
            throw new MistypedCodeString("the check character does not fit: compare the code character by character");
        }
        return new CodeString(code.toString());
    }

    /** Word processors and mail programs turn hyphens into dashes and spaces into ones that do not break. */
    private static boolean separates(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static char read(char typed) {
        // By hand: String.toUpperCase makes letters of ours out of others, such as the dotless i and the sharp s.
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        char read = switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
        if (CHECK_ALPHABET.indexOf(read) < 0) {
            throw new MistypedCodeString(FOREIGN_CHARACTER);
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

    /** In groups, for people: {@code 7K2QXM-0A9BCD-EF3GHS}. */
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
