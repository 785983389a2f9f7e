package io.examledger.kernel.identity;

/**
 * The text of an identity: ASCII letters, digits, hyphens and underscores, which no URL, key or database reads differently.
 * It is checked with every event that is read, so without a regular expression.
 */
public final class IdentityText {
    private static final int LONGEST = 64;

    private IdentityText() {}

    /**
     * Of 1 to {@value #LONGEST} characters.
     *
     * @param what the identity is called, with its article
     * @throws IllegalArgumentException if it is none
     */
    public static void require(String what, String text) {
        require(what, text, LONGEST);
    }

    /** Of 1 to {@code longest} characters. */
    public static void require(String what, String text, int longest) {
        if (!isIdentity(text, longest)) {
            throw new IllegalArgumentException(
                    what + " has 1 to " + longest + " letters, digits, hyphens and underscores");
        }
    }

    private static boolean isIdentity(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }
}
