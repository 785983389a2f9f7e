package io.examledger.query.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a part of a name. Case, accents and the number of spaces do not matter. Names are sealed where they are stored,
 * so only opened ones can be compared; somebody who has been erased is never found.
 */
public final class NameSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private final String wanted;

    public NameSearch(String wanted) {
        this.wanted = folded(wanted);
    }

    /** @param name in full; null if there is none any more */
    public boolean finds(@Nullable String name) {
        return name != null && folded(name).contains(wanted);
    }

    private static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
